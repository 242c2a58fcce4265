package dev.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mail that a reader's program writes to the second link of List-Unsubscribe. */
@QuarkusTest
class UnsubscribeByMailTest extends EmptyHouse {
    private static final String ADA = "ada@leaving.example";

    @Inject
    Returns returns;

    private Returns.Sent sent;
    private String address;

    @BeforeEach
    void send() {
        sent = returns.send(ADA);
        var link = Pattern.compile("<mailto:([^?>]+)\\?subject=unsubscribe>")
                .matcher(House.header(house.newestMail(ADA), "List-Unsubscribe"));
        assertThat(link.find()).isTrue();
        address = link.group(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: %s\nSubject: unsubscribe\n\n",
                "Return-Path: <%1$s>\nFrom: %1$s\nSubject: Unsubscribe\nAuto-Submitted: auto-generated\n\nSent by a program.\n",
                "From: %s\nSubject: unsubscribe\nAuto-Submitted: auto-replied\nContent-Type: text/html\n\n<html></html>\n",
                "From: %s\nContent-Type: multipart/mixed; boundary=x\n\n--x--\n",
                "From: someone-else@leaving.example\nSubject:\n\nPlease, %s\n",
            })
    void unsubscribesWhomTheTokenNames(String mail) {
        returns.post(to(address.toUpperCase(Locale.ROOT), mail.formatted(ADA)))
                .statusCode(200)
                .body("verdict", equalTo("UNSUBSCRIBE"), "result", equalTo("unsubscribed"), "email", equalTo(ADA));
        assertThat(house.stateOf(ADA)).isEqualTo("UNSUBSCRIBED");
        assertThat(house.deliveries(ADA).get(0)).containsEntry("state", "sent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: %s\nSubject: Automatic reply: unsubscribe\nAuto-Submitted: auto-replied\n\nI am away.\n",
                "Return-Path: <>\nFrom: %s\nSubject: I am away\nAuto-Submitted: auto-generated\n\n",
                "From: %s\nSubject: Re: 3 papers\nIn-Reply-To: <1@x.example>\n\nThank you.\n",
                "From: %s\nSubject: Away\nX-Autoreply: yes\n\n",
                "Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nSubject: failure notice\n\n<%s>: 550 5.1.1 unknown\n",
                "From: %s\nSubject: Read: x\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x\n\n"
                        + "--x\nContent-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n\n--x--\n",
            })
    void isNoMailThatSomeoneElsesProgramWrites(String mail) {
        returns.post(to(address, mail.formatted(ADA))).statusCode(200).body("verdict", equalTo("IGNORED"));
        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
        assertThat(house.deliveries(ADA).get(0)).containsEntry("state", "sent");
    }

    @Test
    void theTokenOfADeliveryUnsubscribesNobody() {
        returns.post(to(sent.verp(), "From: " + ADA + "\nSubject: unsubscribe\n\n"))
                .statusCode(200)
                .body("verdict", equalTo("IGNORED"));
        var dressed = sent.verp().replace("b+", "b+u-");
        returns.post(to(dressed, "From: " + ADA + "\nSubject: unsubscribe\n\n")).statusCode(422);
        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
    }

    @Test
    void aForgedTokenIsRefused() {
        var at = address.indexOf('@') - 1;
        var forged = address.substring(0, at) + (address.charAt(at) == 'a' ? 'b' : 'a') + address.substring(at + 1);
        returns.post(to(forged, "From: " + ADA + "\nSubject: unsubscribe\n\n")).statusCode(422);
        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
    }

    @Test
    void whoWasErasedIsUnsubscribedAnyway() {
        house.admin().delete("/api/admin/subscribers/" + ADA).then().statusCode(204);
        returns.post(to(address, "From: " + ADA + "\nSubject: unsubscribe\n\n"))
                .statusCode(200)
                .body("verdict", equalTo("UNSUBSCRIBE"), "result", equalTo("ignored"));
    }

    private static byte[] to(String address, String mail) {
        return ("To: " + address + "\n" + mail).getBytes(StandardCharsets.UTF_8);
    }
}
