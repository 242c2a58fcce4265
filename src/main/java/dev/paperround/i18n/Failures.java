package dev.paperround.i18n;

import static dev.paperround.i18n.FailureSentence.*;

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
    public interface Told {}

    private record Rule(Predicate<Throwable> fits, Function<Throwable, LocalizedMessage> said) {}

    // The more specific rule comes first: a connection closed because of a certificate is reported as a certificate
    // problem.
    private static final List<Rule> RULES = List.of(
            rule(it -> it instanceof Told, it -> LocalizedMessage.asIs(it.getMessage())),
            rule(CertificateExpiredException.class, CERTIFICATE_OUT_OF_DATE),
            rule(CertificateNotYetValidException.class, CERTIFICATE_OUT_OF_DATE),
            rule(CertPathBuilderException.class, CERTIFICATE_NOT_TRUSTED),
            rule(CertPathValidatorException.class, CERTIFICATE_NOT_TRUSTED),
            rule(CertificateException.class, CERTIFICATE_OF_ANOTHER),
            rule(SSLPeerUnverifiedException.class, CERTIFICATE_OF_ANOTHER),
            rule(NotSslRecordException.class, NO_TLS),
            rule(
                    it -> it instanceof SSLException && says(it, "unrecognized ssl message"),
                    it -> LocalizedMessage.of(NO_TLS)),
            rule(it -> it instanceof SSLException && isOfAClosedConnection(it), it -> LocalizedMessage.of(CLOSED)),
            rule(SSLException.class, TLS_FAILED),
            rule(AuthenticationFailedException.class, LOGIN_REFUSED),
            rule(FolderNotFoundException.class, NO_FOLDER),
            rule(UnknownHostException.class, UNKNOWN_HOST),
            rule(UnresolvedAddressException.class, UNKNOWN_HOST),
            rule(BindException.class, it -> LocalizedMessage.of(says(it, "permission") ? PORT_DENIED : PORT_TAKEN)),
            rule(NoRouteToHostException.class, NO_ROUTE),
            rule(it -> it instanceof IOException && says(it, "unreachable"), it -> LocalizedMessage.of(NO_ROUTE)),
            rule(TimeoutException.class, TIMED_OUT),
            rule(SocketTimeoutException.class, TIMED_OUT),
            rule(HttpTimeoutException.class, TIMED_OUT),
            rule(ReadTimeoutException.class, TIMED_OUT),
            rule(ConnectTimeoutException.class, TIMED_OUT),
            rule(it -> it instanceof IOException && says(it, "timed out"), it -> LocalizedMessage.of(TIMED_OUT)),
            rule(ConnectException.class, REFUSED),
            rule(StreamConstraintsException.class, it -> LocalizedMessage.of(says(it, "nesting") ? NESTED : TOO_LARGE)),
            rule(JsonEOFException.class, ENDS_EARLY),
            rule(JsonProcessingException.class, Failures::ofJson),
            rule(CSVException.class, Failures::ofCsv),
            rule(it -> it instanceof IllegalArgumentException && says(it, "header"), Failures::ofCsv),
            rule(CharConversionException.class, NOT_UTF8),
            rule(CharacterCodingException.class, NOT_UTF8),
            rule(XMLStreamException.class, Failures::ofXml),
            rule(SQLException.class, it -> LocalizedMessage.of(ofDatabase((SQLException) it))),
            rule(CommunicationException.class, NO_RESOLVER),
            rule(NamingException.class, RESOLVER_FAILED),
            rule(FileNotFoundException.class, NO_FILE),
            rule(NoSuchFileException.class, NO_FILE),
            rule(AccessDeniedException.class, NO_ACCESS),
            rule(FileAlreadyExistsException.class, FILE_IN_THE_WAY),
            rule(NotDirectoryException.class, FILE_IN_THE_WAY),
            rule(
                    it -> it instanceof IOException && says(it, "not a directory"),
                    it -> LocalizedMessage.of(FILE_IN_THE_WAY)),
            rule(it -> it instanceof IOException && says(it, "read-only"), it -> LocalizedMessage.of(READ_ONLY)),
            rule(it -> it instanceof IOException && says(it, "no space left"), it -> LocalizedMessage.of(DISK_FULL)),
            rule(OutOfMemoryError.class, NO_MEMORY),
            rule(InterruptedException.class, STOPPING),
            rule(ClosedChannelException.class, CLOSED),
            rule(ChannelClosedException.class, CLOSED),
            rule(FolderClosedException.class, CLOSED),
            rule(StoreClosedException.class, CLOSED),
            rule(SocketException.class, CLOSED),
            rule(EOFException.class, CLOSED),
            rule(it -> it instanceof IOException && isOfAClosedConnection(it), it -> LocalizedMessage.of(CLOSED)),
            rule(MessagingException.class, MAIL_SERVER));

    private Failures() {}

    // An unexpected failure is also logged, because its sentence refers to the log.
    public static LocalizedMessage said(Throwable failure) {
        return known(failure).orElseGet(() -> {
            Log.warn("A failure that there is no sentence for.", failure);
            return LocalizedMessage.of(UNEXPECTED);
        });
    }

    public static String toPrograms(Throwable failure) {
        return said(failure).toString();
    }

    private static Optional<LocalizedMessage> known(Throwable failure) {
        var chain = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        return RULES.stream()
                .flatMap(rule -> chain.stream().filter(rule.fits()).limit(1).map(rule.said()))
                .findFirst();
    }

    private static Rule rule(Class<? extends Throwable> kind, FailureSentence sentence) {
        return new Rule(kind::isInstance, it -> LocalizedMessage.of(sentence));
    }

    private static Rule rule(Class<? extends Throwable> kind, Function<Throwable, LocalizedMessage> said) {
        return new Rule(kind::isInstance, said);
    }

    private static Rule rule(Predicate<Throwable> fits, Function<Throwable, LocalizedMessage> said) {
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

    private static LocalizedMessage ofJson(Throwable failure) {
        return Stream.of(JSON_CHARACTER, JSON_TOKEN)
                .map(it -> it.matcher(String.valueOf(failure.getMessage())))
                .filter(it -> it.find())
                .map(it -> LocalizedMessage.of(UNEXPECTED_TEXT, it.group(1)))
                .findFirst()
                .orElseGet(() -> LocalizedMessage.of(NOT_JSON));
    }

    private static LocalizedMessage ofCsv(Throwable failure) {
        return LocalizedMessage.of(
                says(failure, "eof reached")
                        ? QUOTE_OPEN
                        : says(failure, "invalid character")
                                ? QUOTE_INSIDE
                                : says(failure, "duplicate name")
                                        ? COLUMN_TWICE
                                        : says(failure, "name is missing") ? COLUMN_NAMELESS : NOT_CSV);
    }

    private static LocalizedMessage ofXml(Throwable failure) {
        var at = ((XMLStreamException) failure).getLocation();
        return at == null
                ? LocalizedMessage.of(ENDS_EARLY)
                : LocalizedMessage.of(NOT_XML, at.getLineNumber(), at.getColumnNumber());
    }

    // Uses the SQLSTATE class (PostgreSQL documentation, appendix A).
    private static FailureSentence ofDatabase(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "57" -> DATABASE_AWAY;
            case "22", "23" -> DATABASE_REFUSED;
            case "28" -> DATABASE_LOGIN;
            case "3D" -> NO_DATABASE;
            case "53" -> state.equals("53100") ? DATABASE_FULL : DATABASE_AWAY;
            default -> DATABASE_FAILED;
        };
    }
}
