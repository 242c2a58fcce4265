package dev.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.Operator;
import dev.paperround.testing.InPublic;
import dev.paperround.testing.KeptLines;
import dev.paperround.testing.PlainWords;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bounces that are collected from a mailbox. */
@QuarkusTest
@TestProfile(InPublic.class)
class BounceMailboxTest extends EmptyHouse {
    private static final String USER = InPublic.IMAP_USER;
    private static final String PASSWORD = InPublic.IMAP_PASSWORD;

    @Inject
    Returns returns;

    @Inject
    Operator operator;

    @Inject
    BounceMailbox mailbox;

    private GreenMail server;
    private GreenMailUser user;

    @BeforeEach
    void open() {
        // Beyond the last poll, whichever test made it.
        house.clock().set(house.now().plus(Duration.ofMinutes(10L * ++polls)));
        server = new GreenMail(new ServerSetup(InPublic.imapPort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser("bounces@localhost", USER, PASSWORD);
    }

    private static int polls;

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void whatIsRecordedIsMovedAway() throws Exception {
        var sent = returns.send("ada@mailbox.example");
        deliver(Returns.mail("postfix-unknown-user", sent));
        deliver("From: a@b.example\r\nSubject: Buy now\r\n\r\nNot a bounce.\r\n".getBytes(StandardCharsets.US_ASCII));

        mailbox.pollDue();

        assertThat(house.stateOf(sent.email())).isEqualTo("SUPPRESSED");
        var folders = server.getManagers().getImapHostManager();
        assertThat(folders.getInbox(user).getMessageCount()).isZero();
        assertThat(folders.getFolder(user, "Processed").getMessageCount()).isEqualTo(2);
    }

    @Test
    void itIsAskedOnlyWhenItsTimeHasComeAndAFaultIsNoEnd() throws Exception {
        server.stop();
        mailbox.pollDue();
        server.start();
        user = server.setUser("bounces@localhost", USER, PASSWORD);
        var sent = returns.send("bob@mailbox.example");
        deliver(Returns.mail("postfix-unknown-user", sent));

        mailbox.pollDue();
        assertThat(house.stateOf(sent.email())).isEqualTo("ACTIVE");

        house.clock().set(house.now().plus(Duration.ofMinutes(6)));
        polls++;
        mailbox.pollDue();
        assertThat(house.stateOf(sent.email())).isEqualTo("SUPPRESSED");
    }

    @Test
    void aMailThatWasReadAndNotDoneWithIsStillUnread() throws Exception {
        deliver("From: a@b.example\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII));
        var settings = settings(InPublic.imapPort(), false);
        try (var folder = ImapFolder.open(settings)) {
            assertThat(ImapFolder.bytes(folder.unread().get(0), 15)).asString().isEqualTo("From: a@b.examp");
        }
        try (var folder = ImapFolder.open(settings)) {
            var message = folder.unread().get(0);
            folder.done(message);
            assertThat(message.isSet(Flags.Flag.SEEN)).isTrue();
        }
        assertThat(server.getManagers().getImapHostManager().getInbox(user).getMessageCount())
                .isEqualTo(1);
        try (var folder = ImapFolder.open(settings)) {
            assertThat(folder.unread()).isEmpty();
        }
    }

    @Test
    void aServerThatCannotProveItsNameIsNotTalkedTo() {
        var secure = new GreenMail(ServerSetup.IMAPS.dynamicPort());
        secure.start();
        try {
            secure.setUser("bounces@localhost", USER, PASSWORD);
            var settings = settings(secure.getImaps().getPort(), true);
            assertThatThrownBy(() -> ImapFolder.open(settings)).isInstanceOf(MessagingException.class);
        } finally {
            secure.stop();
        }
    }

    @Test
    void aRequestToUnsubscribeAndWhatNobodyUnderstandsAreTakenInAsThroughTheApi() throws Exception {
        var sent = returns.send("carol@mailbox.example");
        var link = House.header(house.newestMail(sent.email()), "List-Unsubscribe")
                .replaceAll("(?s).*<mailto:([^?]+)\\?.*", "$1");
        deliver("From: carol@mailbox.example\r\nTo: %s\r\nSubject: unsubscribe\r\n\r\n"
                .formatted(link)
                .getBytes());
        deliver("From: x@y.example\r\nTo: %s\r\nSubject: Lorem\r\n\r\nIpsum\r\n"
                .formatted(sent.verp())
                .getBytes());
        mailbox.pollDue();

        assertThat(house.stateOf(sent.email())).isEqualTo("UNSUBSCRIBED");
        house.admin()
                .queryParam("verdict", "UNREAD")
                .get("/api/admin/bounces")
                .then()
                .body("[0].subject", equalTo("Lorem"), "[0].email", equalTo(sent.email()));
    }

    @Test
    void aMailThatCannotBeRecordedDoesNotStopTheOthers() throws Exception {
        var broken = returns.send("broken@mailbox.example");
        var sent = returns.send("dora@mailbox.example");
        house.sql("create function fail() returns trigger language plpgsql as "
                + "$$ begin if new.subscriber_id = " + returns.subscriber(broken.email())
                + " then raise exception 'a disk is full'; end if; return new; end $$");
        house.sql("create trigger fail before insert on bounce for each row execute function fail()");
        try {
            deliver(Returns.mail("postfix-unknown-user", broken));
            deliver(Returns.mail("postfix-unknown-user", sent));
            mailbox.pollDue();
        } finally {
            house.sql("drop trigger fail on bounce");
            house.sql("drop function fail");
        }

        assertThat(house.stateOf(broken.email())).isEqualTo("ACTIVE");
        assertThat(house.stateOf(sent.email())).isEqualTo("SUPPRESSED");
        assertThat(server.getManagers().getImapHostManager().getInbox(user).getMessageCount())
                .as("the one that failed waits for the next poll")
                .isEqualTo(1);
    }

    @Test
    void theDoctorAndTheLogSayInPlainWordsWhatKeepsReturnedMailFromBeingCollected() throws Exception {
        deliver("From: a@b.example\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(doctor())
                .containsEntry("state", "ok")
                .containsEntry("says", "The mailbox for returned mail answers at 127.0.0.1, and takes the login.");
        try (var folder = ImapFolder.open(settings(InPublic.imapPort(), false))) {
            assertThat(folder.unread()).as("nothing was touched").hasSize(1);
        }

        server.stop();
        assertTold("the connection was refused");
        server = new GreenMail(new ServerSetup(InPublic.imapPort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        server.setUser("bounces@localhost", USER, "another password");
        assertTold("the login was refused");
    }

    private void assertTold(String why) {
        assertThat(doctor())
                .containsEntry("state", "fail")
                .containsEntry("says", "Returned mail cannot be collected from 127.0.0.1: " + why + ".")
                .hasEntrySatisfying("mend", it -> assertThat(it).contains("PAPERROUND_BOUNCES_IMAP_HOST", "_PASSWORD"));
        operator.signIn();
        var page = operator.page("/admin/doctor").text();
        assertThat(page).contains("Returned mail cannot be collected from 127.0.0.1: " + why);
        PlainWords.assertPlain(page);
        operator.reads("de");
        assertThat(operator.page("/admin/doctor").text()).contains("lassen sich von 127.0.0.1 nicht abholen");
        house.clock().set(house.now().plus(Duration.ofMinutes(6)));
        polls++;
        assertThat(loggedBy(mailbox::pollDue)).singleElement().satisfies(it -> {
            PlainWords.assertPlain(it);
            assertThat(it).contains("could not be collected from 127.0.0.1", why);
        });
    }

    private Map<String, String> doctor() {
        return house.admin()
                .get("/api/admin/doctor")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("find { it.check == 'mailbox' }");
    }

    private static List<String> loggedBy(Runnable work) {
        var kept = new KeptLines();
        var log = Logger.getLogger("dev.paperround.bounce");
        log.addHandler(kept);
        try {
            work.run();
        } finally {
            log.removeHandler(kept);
        }
        return kept.lines();
    }

    private void deliver(byte[] mail) throws Exception {
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    private static BounceSettings.Imap settings(int port, boolean tls) {
        return new Mailbox(
                Optional.of("127.0.0.1"),
                OptionalInt.of(port),
                Optional.of(USER),
                Optional.of(PASSWORD),
                tls,
                "INBOX",
                Optional.empty(),
                Duration.ofMinutes(5));
    }

    private record Mailbox(
            Optional<String> host,
            OptionalInt port,
            Optional<String> username,
            Optional<String> password,
            boolean tls,
            String folder,
            Optional<String> processed,
            Duration every)
            implements BounceSettings.Imap {}
}
