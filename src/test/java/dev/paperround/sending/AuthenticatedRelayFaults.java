package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.EmptyHouse;
import dev.paperround.sending.engine.Deliverer;
import dev.paperround.sending.engine.OwnDeliverer;
import dev.paperround.testing.GuardedRelay;
import dev.paperround.testing.Identity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a send when the relay is not who it should be, or does not know us. */
abstract class AuthenticatedRelayFaults extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static Identity own;
    private static Identity elsewhere;
    private static SSLContext usual;
    static GuardedRelay relay;

    @Inject
    Deliverer programs;

    private final boolean encryptedFromTheStart;
    private OwnDeliverer deliverer;

    AuthenticatedRelayFaults(boolean encryptedFromTheStart) {
        this.encryptedFromTheStart = encryptedFromTheStart;
    }

    @BeforeAll
    static void open() throws NoSuchAlgorithmException {
        relay = new GuardedRelay(0);
        usual = SSLContext.getDefault();
        own = Identity.of("localhost");
        elsewhere = Identity.of("elsewhere.example");
    }

    @AfterAll
    static void close() throws IOException {
        relay.close();
    }

    @BeforeEach
    void twoSubscribersAndATrustedRelay() {
        mend();
        house.sql("truncate sender, sender_journal, delivery_batch");
        house.ingestPage(
                DAY,
                "Bells\n\nA study of bells in towers, on doors and on the cats of those who measure them, "
                        + "over a year of mostly loud weather.\n\n  • 2 authors\n·\nNov 17\n");
        house.importActive("ada@guarded.example", "bells");
        house.importActive("bob@guarded.example", "bells");
        deliverer = new OwnDeliverer(programs, house.clock(), settings());
    }

    @AfterEach
    void trustAsUsual() throws InterruptedException {
        deliverer.close();
        SSLContext.setDefault(usual);
    }

    private Map<String, String> settings() {
        return Map.of(
                "quarkus.mailer.host", "localhost",
                "quarkus.mailer.port", Integer.toString(relay.port()),
                "quarkus.mailer.start-tls", "required",
                "quarkus.mailer.tls", Boolean.toString(encryptedFromTheStart),
                "quarkus.mailer.username", "round",
                "quarkus.mailer.password", "secret",
                "paperround.delivery.connections", "1",
                "paperround.delivery.reply-timeout", "3s");
    }

    private void mend() {
        SSLContext.setDefault(own.trusted());
        relay.behave(own, encryptedFromTheStart);
    }

    private String send() {
        var location = house.startSend(Map.of("day", DAY, "audience", Map.of("all", true)))
                .statusCode(202)
                .extract()
                .header("Location");
        house.planSends();
        deliverer.deliver();
        // The trouble may come in while the first round ends.
        deliverer.deliver();
        return location;
    }

    private void assertEverybodyHasOneMail(String location) {
        assertThat(house.progress(location)).containsEntry("sent", 2).containsEntry("state", "DONE");
        assertThat(relay.messageIds()).hasSize(2).doesNotHaveDuplicates();
        assertThat(house.deliveries("ada@guarded.example"))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("state", "sent").containsEntry("attempts", 1));
    }

    /** Nobody is refused, and once it is mended everybody has one mail, without anybody's doing. */
    final void assertWaitsUntilMended(String... reason) {
        var location = send();
        assertThat(house.progress(location))
                .containsEntry("state", "SENDING")
                .containsEntry("pending", 2)
                .containsEntry("rejected", 0)
                .containsEntry("pauseReason", null)
                .hasEntrySatisfying("waitingFor", it -> assertThat((String) it).contains(reason));
        assertThat(relay.messageIds()).isEmpty();
        assertThat(house.count("select count(*) from suppression")).isZero();

        mend();
        house.clock().set(house.clock().instant().plus(Duration.ofMinutes(3)));
        deliverer.deliver();
        assertEverybodyHasOneMail(location);
    }

    @Test
    void overTlsAndLoggedInEverybodyGetsOneMail() {
        assertEverybodyHasOneMail(send());
        assertThat(relay.logins()).containsOnly("PLAIN round round secret");
    }

    @Test
    void whereOnlyLoginIsOfferedItIsUsed() {
        relay.offerAuth("LOGIN");

        assertEverybodyHasOneMail(send());
        assertThat(relay.logins()).containsOnly("LOGIN round secret");
    }

    @Test
    void aCertificateThatNobodyTrustsStopsTheRelay() {
        SSLContext.setDefault(usual);

        assertWaitsUntilMended("certificate", "localhost");
    }

    @Test
    void aTrustedCertificateOfAnotherHostStopsTheRelay() {
        SSLContext.setDefault(elsewhere.trusted());
        relay.behave(elsewhere, encryptedFromTheStart);

        assertWaitsUntilMended("certificate", "localhost");
    }

    @Test
    void aWrongPasswordStopsTheRelay() {
        relay.answerLogin("535 5.7.8 bad credentials");

        assertWaitsUntilMended("535 5.7.8 bad credentials", "QUARKUS_MAILER_PASSWORD");
    }

    @Test
    void aWrongPasswordByLoginStopsTheRelay() {
        relay.offerAuth("LOGIN");
        relay.answerLogin("535 5.7.8 bad credentials");

        assertWaitsUntilMended("AUTH LOGIN", "535 5.7.8 bad credentials");
    }

    @Test
    void aPasswordThatIsAskedForOnceMoreIsNoLogin() {
        relay.answerLogin("334 VXNlcm5hbWU6");

        assertWaitsUntilMended("334");
    }

    @Test
    void aRelayThatCannotCheckPasswordsForNowIsAskedAgain() {
        relay.answerLogin("454 4.7.0 directory is down");

        assertWaitsUntilMended("directory is down");
    }

    @Test
    void aRelayThatOffersNoAuthStopsTheRelay() {
        relay.offerAuth("");

        assertWaitsUntilMended("neither AUTH PLAIN nor AUTH LOGIN");
        assertThat(relay.logins()).isNotEmpty();
    }
}
