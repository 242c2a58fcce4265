package dev.paperround.i18n;

import static dev.paperround.testing.PlainWords.assertPlain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hubspot.smtp.client.ChannelClosedException;
import io.netty.channel.ConnectTimeoutException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.naming.CommunicationException;
import javax.naming.ServiceUnavailableException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTextsTest {
    static Stream<Arguments> thrown() {
        return Stream.of(
                Arguments.of(new UnknownHostException("papers.example"), "no host of this name is known"),
                Arguments.of(new NoRouteToHostException("No route to host"), "the network does not lead there"),
                Arguments.of(new SocketException("Network is unreachable"), "the network does not lead there"),
                Arguments.of(new SocketTimeoutException("Read timed out"), "there was no answer in time"),
                Arguments.of(new ConnectTimeoutException("/127.0.0.1:25"), "there was no answer in time"),
                Arguments.of(new ExecutionException(new TimeoutException()), "there was no answer in time"),
                Arguments.of(new CompletionException(new ClosedChannelException()), "the connection was closed"),
                Arguments.of(new IOException("HTTP/1.1 header parser received no bytes"), "the connection was closed"),
                Arguments.of(new IOException(new EOFException()), "the connection was closed"),
                Arguments.of(new SocketException("Connection reset"), "the connection was closed"),
                Arguments.of(new SocketException("Broken pipe"), "the connection was closed"),
                Arguments.of(closedByTheLibrary(), "the connection was closed"),
                Arguments.of(new BindException("Address already in use"), "the port is in use"),
                Arguments.of(new BindException("Permission denied"), "this user may not open the port"),
                Arguments.of(
                        new SSLHandshakeException("PKIX path building failed")
                                .initCause(new CertificateExpiredException()),
                        "the certificate is out of date"),
                Arguments.of(
                        new SSLHandshakeException("no")
                                .initCause(new CertificateException("No name matching localhost")),
                        "the certificate is for another host"),
                Arguments.of(new SSLException("protocol_version"), "both sides did not agree on TLS"),
                Arguments.of(new AuthenticationFailedException("A1 NO"), "the login was refused"),
                Arguments.of(
                        new MessagingException("Connection dropped", new SocketException("Connection reset")),
                        "the connection was closed"),
                Arguments.of(new MessagingException("A4 BAD"), "the mail server refused a command"),
                Arguments.of(new CommunicationException("DNS error"), "no resolver answered"),
                Arguments.of(new ServiceUnavailableException("DNS server failure"), "the resolver could not tell"),
                Arguments.of(new SQLException("x", "08006"), "the database cannot be reached"),
                Arguments.of(
                        new RuntimeException(new SQLException("ERROR: invalid byte sequence", "22021")),
                        "the database refused a value"),
                Arguments.of(new SQLException("x", "53100"), "the database's disk is full"),
                Arguments.of(new SQLException("x", (String) null), "the database failed"),
                Arguments.of(new MalformedInputException(1), "it is not text in UTF-8"),
                Arguments.of(new FileNotFoundException("/x"), "there is no such file"),
                Arguments.of(new AccessDeniedException("/x"), "this user may not read or write it"),
                Arguments.of(
                        new FileSystemException("/x", null, "Not a directory"), "a file of this name is in the way"),
                Arguments.of(new IOException("No space left on device"), "the disk is full"),
                Arguments.of(new OutOfMemoryError("Java heap space"), "the program has too little memory"),
                Arguments.of(new InterruptedException(), "the program is stopping"),
                Arguments.of(
                        new IOException(
                                new Failures.ToldException(Message.of(IngestMessages.class, say -> say.noAnswer(20)))),
                        "no answer within 20 seconds"),
                Arguments.of(new IllegalStateException("boom"), "something unexpected went wrong; the log says what"),
                Arguments.of(new NullPointerException(), "something unexpected went wrong; the log says what"));
    }

    private static Throwable closedByTheLibrary() {
        return new CompletionException(new ChannelClosedException("127.0.0.1", "Handling data, [B@58f2afbc"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatIsThrownBecomesASentence(Throwable failure, String sentence) {
        assertThat(Failures.toPrograms(failure)).isEqualTo(sentence);
        assertPlain(Failures.toPrograms(failure));
    }

    @Test
    void whatSocketsThrowBecomesASentence() throws IOException {
        var closed = new ServerSocket(0);
        var port = closed.getLocalPort();
        closed.close();
        try (var plain = new ServerSocket(0)) {
            assertThat(failure(() -> new Socket("127.0.0.1", port))).isEqualTo("the connection was refused");
            assertThat(failure(() -> ask("http://127.0.0.1:" + port))).isEqualTo("the connection was refused");
            assertThat(failure(() -> ask("http://nowhere.invalid"))).isEqualTo("no host of this name is known");
            assertThat(failure(() -> new ServerSocket().bind(plain.getLocalSocketAddress())))
                    .isEqualTo("the port is in use");
            assertThat(failure(() -> talkTlsToAPlainServer(plain))).isEqualTo("there is no TLS on this port");
        }
    }

    private static void talkTlsToAPlainServer(ServerSocket plain) throws IOException {
        try (var client = SSLSocketFactory.getDefault().createSocket()) {
            client.connect(new InetSocketAddress("127.0.0.1", plain.getLocalPort()));
            try (var server = plain.accept()) {
                server.getOutputStream().write("220 a mail server, in the clear\r\n".getBytes());
                server.getOutputStream().flush();
                ((SSLSocket) client).startHandshake();
            }
        }
    }

    private static void ask(String uri) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void whatReadersThrowBecomesASentence() {
        var json = new ObjectMapper(new JsonFactory());

        assertThat(failure(() -> json.readTree("[".repeat(2_000)))).isEqualTo("it is nested too deeply");
        assertThat(failure(() -> json.readTree("[" + "9".repeat(2_000) + "]")))
                .isEqualTo("a number, a name or a text in it is far too long");
        assertThat(failure(() -> json.readTree("[{\"a\": 1}"))).isEqualTo("it ends too early");
        assertThat(failure(() -> json.readTree("<html>"))).isEqualTo("“<” was not expected there");
        assertThat(failure(() -> json.readTree("[soon]"))).isEqualTo("“soon” was not expected there");
        assertThat(failure(() -> rows("a,b\n\"1,2"))).isEqualTo("a quotation mark is opened and never closed");
        assertThat(failure(() -> rows("a,b\n\"1\"x,2")))
                .isEqualTo("after a closing quotation mark there is more than a comma or the end of the line");
        assertThat(failure(() -> rows("a,a\n1,2"))).isEqualTo("a column is named twice");
        assertThat(failure(FailureTextsTest::readXml)).startsWith("the XML is not well-formed at line 1, column ");
    }

    private static void readXml() throws XMLStreamException {
        var xml = XMLInputFactory.newDefaultFactory()
                .createXMLStreamReader(new ByteArrayInputStream("<rss><a></rss>".getBytes()));
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private static List<?> rows(String csv) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
    }

    @Test
    void aFailureIsKeptAsACodeAndReadInEachLanguage() {
        var failure =
                new UncheckedIOException(new FileNotFoundException(Path.of("x").toString()));
        var kept = Message.of(
                        IngestMessages.class, say -> say.notRead("https://papers.example", Failures.said(failure)))
                .stored();

        assertThat(kept)
                .isEqualTo("{\"code\":\"ingest:notRead\",\"address\":\"https://papers.example\","
                        + "\"why\":{\"code\":\"failure:noFile\"}}");
        assertThat(Failures.said(failure).in(Language.DE)).isEqualTo("diese Datei gibt es nicht");
        assertThat(Message.read(kept).in(Language.DE))
                .isEqualTo("https://papers.example konnte nicht gelesen werden: diese Datei gibt es nicht");
        assertThat(Message.read(kept)).hasToString("https://papers.example could not be read: there is no such file");
    }

    private static String failure(ThrowingCallable work) {
        var failure = catchThrowable(work);
        assertThat(failure).isNotNull();
        var told = Failures.toPrograms(failure);
        assertPlain(told);
        return told;
    }
}
