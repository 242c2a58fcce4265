package dev.paperround.i18n;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.hubspot.smtp.client.ChannelClosedException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.timeout.ReadTimeoutException;
import io.quarkus.logging.Log;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.CommunicationException;
import javax.naming.NamingException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.csv.CSVException;

/**
 * Turns exceptions into text for people. Messages of libraries name classes and settings, so they only go to the log.
 */
public final class Failures {
    private static final int DEEPEST = 12;
    private static final Pattern JSON_CHARACTER = Pattern.compile("Unexpected character \\('(.)' \\(code");
    private static final Pattern JSON_TOKEN = Pattern.compile("Unrecognized token '([^']{1,40})'");

    // Marks our own exceptions: their messages are already written for people.
    public interface Told {
        Message told();
    }

    public static class ToldException extends IOException implements Told {
        private static final long serialVersionUID = 1;

        private final transient Message told;

        public ToldException(Message told) {
            this(told, null);
        }

        public ToldException(Message told, Throwable cause) {
            super(told.toString(), cause);
            this.told = told;
        }

        @Override
        public Message told() {
            return told;
        }
    }

    private record Rule(Predicate<Throwable> fits, Function<Throwable, Message> said) {}

    // The more specific rule comes first: a connection closed because of a certificate is reported as a certificate
    // problem.
    private static final List<Rule> RULES = List.of(
            ruleOf(it -> it instanceof Told, it -> ((Told) it).told()),
            rule(CertificateExpiredException.class, FailureMessages::certificateOutOfDate),
            rule(CertificateNotYetValidException.class, FailureMessages::certificateOutOfDate),
            rule(CertPathBuilderException.class, FailureMessages::certificateNotTrusted),
            rule(CertPathValidatorException.class, FailureMessages::certificateNotTrusted),
            rule(CertificateException.class, FailureMessages::certificateOfAnother),
            rule(SSLPeerUnverifiedException.class, FailureMessages::certificateOfAnother),
            rule(NotSslRecordException.class, FailureMessages::noTls),
            ruleOf(
                    it -> it instanceof SSLException && says(it, "unrecognized ssl message"),
                    it -> said(FailureMessages::noTls)),
            ruleOf(it -> it instanceof SSLException && isOfAClosedConnection(it), it -> said(FailureMessages::closed)),
            rule(SSLException.class, FailureMessages::tlsFailed),
            rule(AuthenticationFailedException.class, FailureMessages::loginRefused),
            rule(FolderNotFoundException.class, FailureMessages::noFolder),
            rule(UnknownHostException.class, FailureMessages::unknownHost),
            rule(UnresolvedAddressException.class, FailureMessages::unknownHost),
            ruleOf(
                    BindException.class,
                    it -> says(it, "permission")
                            ? said(FailureMessages::portDenied)
                            : said(FailureMessages::portTaken)),
            rule(NoRouteToHostException.class, FailureMessages::noRoute),
            ruleOf(it -> it instanceof IOException && says(it, "unreachable"), it -> said(FailureMessages::noRoute)),
            rule(TimeoutException.class, FailureMessages::timedOut),
            rule(SocketTimeoutException.class, FailureMessages::timedOut),
            rule(HttpTimeoutException.class, FailureMessages::timedOut),
            rule(ReadTimeoutException.class, FailureMessages::timedOut),
            rule(ConnectTimeoutException.class, FailureMessages::timedOut),
            ruleOf(it -> it instanceof IOException && says(it, "timed out"), it -> said(FailureMessages::timedOut)),
            rule(ConnectException.class, FailureMessages::refused),
            ruleOf(
                    StreamConstraintsException.class,
                    it -> says(it, "nesting") ? said(FailureMessages::nested) : said(FailureMessages::tooLarge)),
            rule(JsonEOFException.class, FailureMessages::endsEarly),
            ruleOf(JsonProcessingException.class, Failures::ofJson),
            ruleOf(CSVException.class, Failures::ofCsv),
            ruleOf(it -> it instanceof IllegalArgumentException && says(it, "header"), Failures::ofCsv),
            rule(CharConversionException.class, FailureMessages::notUtf8),
            rule(CharacterCodingException.class, FailureMessages::notUtf8),
            ruleOf(XMLStreamException.class, Failures::ofXml),
            ruleOf(SQLException.class, Failures::ofDatabase),
            rule(CommunicationException.class, FailureMessages::noResolver),
            rule(NamingException.class, FailureMessages::resolverFailed),
            rule(FileNotFoundException.class, FailureMessages::noFile),
            rule(NoSuchFileException.class, FailureMessages::noFile),
            rule(AccessDeniedException.class, FailureMessages::noAccess),
            rule(FileAlreadyExistsException.class, FailureMessages::fileInTheWay),
            rule(NotDirectoryException.class, FailureMessages::fileInTheWay),
            ruleOf(
                    it -> it instanceof IOException && says(it, "not a directory"),
                    it -> said(FailureMessages::fileInTheWay)),
            ruleOf(it -> it instanceof IOException && says(it, "read-only"), it -> said(FailureMessages::readOnly)),
            ruleOf(it -> it instanceof IOException && says(it, "no space left"), it -> said(FailureMessages::diskFull)),
            rule(OutOfMemoryError.class, FailureMessages::noMemory),
            rule(InterruptedException.class, FailureMessages::stopping),
            rule(ClosedChannelException.class, FailureMessages::closed),
            rule(ChannelClosedException.class, FailureMessages::closed),
            rule(FolderClosedException.class, FailureMessages::closed),
            rule(StoreClosedException.class, FailureMessages::closed),
            rule(SocketException.class, FailureMessages::closed),
            rule(EOFException.class, FailureMessages::closed),
            ruleOf(it -> it instanceof IOException && isOfAClosedConnection(it), it -> said(FailureMessages::closed)),
            rule(MessagingException.class, FailureMessages::mailServer));

    private Failures() {}

    // An unexpected failure is also logged, because its sentence refers to the log.
    public static Message said(Throwable failure) {
        return known(failure).orElseGet(() -> {
            Log.warn("A failure that there is no sentence for.", failure);
            return said(FailureMessages::unexpected);
        });
    }

    public static String toPrograms(Throwable failure) {
        return said(failure).toString();
    }

    private static Message said(Function<FailureMessages, String> message) {
        return Message.of(FailureMessages.class, message);
    }

    private static Optional<Message> known(Throwable failure) {
        var chain = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        return RULES.stream()
                .flatMap(rule -> chain.stream().filter(rule.fits()).limit(1).map(rule.said()))
                .findFirst();
    }

    private static Rule rule(Class<? extends Throwable> kind, Function<FailureMessages, String> message) {
        return new Rule(kind::isInstance, it -> said(message));
    }

    private static Rule ruleOf(Class<? extends Throwable> kind, Function<Throwable, Message> said) {
        return new Rule(kind::isInstance, said);
    }

    private static Rule ruleOf(Predicate<Throwable> fits, Function<Throwable, Message> said) {
        return new Rule(fits, said);
    }

    private static boolean says(Throwable failure, String words) {
        return failure.getMessage() != null
                && failure.getMessage().toLowerCase(Locale.ROOT).contains(words);
    }

    private static boolean isOfAClosedConnection(Throwable failure) {
        return Stream.of("closed", "reset", "broken pipe", "no bytes", "terminated")
                .anyMatch(words -> says(failure, words));
    }

    private static Message ofJson(Throwable failure) {
        return Stream.of(JSON_CHARACTER, JSON_TOKEN)
                .map(it -> it.matcher(String.valueOf(failure.getMessage())))
                .filter(it -> it.find())
                .map(it -> Message.of(FailureMessages.class, say -> say.unexpectedText(it.group(1))))
                .findFirst()
                .orElseGet(() -> said(FailureMessages::notJson));
    }

    private static Message ofCsv(Throwable failure) {
        if (says(failure, "eof reached")) {
            return said(FailureMessages::quoteOpen);
        }
        if (says(failure, "invalid character")) {
            return said(FailureMessages::quoteInside);
        }
        if (says(failure, "duplicate name")) {
            return said(FailureMessages::columnTwice);
        }
        return said(says(failure, "name is missing") ? FailureMessages::columnNameless : FailureMessages::notCsv);
    }

    private static Message ofXml(Throwable failure) {
        var at = ((XMLStreamException) failure).getLocation();
        return at == null
                ? said(FailureMessages::endsEarly)
                : Message.of(FailureMessages.class, say -> say.notXml(at.getLineNumber(), at.getColumnNumber()));
    }

    // Uses the SQLSTATE class (PostgreSQL documentation, appendix A).
    private static Message ofDatabase(Throwable failure) {
        var state = String.valueOf(((SQLException) failure).getSQLState());
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "57" -> said(FailureMessages::databaseAway);
            case "22", "23" -> said(FailureMessages::databaseRefused);
            case "28" -> said(FailureMessages::databaseLogin);
            case "3D" -> said(FailureMessages::noDatabase);
            case "53" ->
                state.equals("53100") ? said(FailureMessages::databaseFull) : said(FailureMessages::databaseAway);
            default -> said(FailureMessages::databaseFailed);
        };
    }
}
