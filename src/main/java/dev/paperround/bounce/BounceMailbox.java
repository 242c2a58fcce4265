package dev.paperround.bounce;

import dev.paperround.language.Failures;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** Collects bounces from a mailbox, if one is set. A mail is done with only when what it says is recorded. */
@ApplicationScoped
public class BounceMailbox {
    private static final int A_POLL = 500;

    @Inject
    Bounces bounces;

    @Inject
    BounceSettings settings;

    @Inject
    MailboxLock lock;

    @Inject
    Clock clock;

    private volatile Instant next = Instant.MIN;

    public void pollDue() {
        if (settings.imap().host().isPresent() && !clock.instant().isBefore(next)) {
            next = clock.instant().plus(settings.imap().every());
            lock.with(this::poll);
        }
    }

    private void poll() {
        try (var folder = ImapFolder.open(settings.imap())) {
            for (var message : folder.unread(A_POLL)) {
                if (taken(ImapFolder.bytes(message, Bounces.LONGEST))) {
                    folder.done(message);
                }
            }
        } catch (MessagingException | IOException e) {
            Log.warnf(
                    "Bounces could not be collected from %s; next try in %s. %s",
                    settings.imap().host().orElse(""), settings.imap().every(), Failures.toPrograms(e));
        }
    }

    private boolean taken(byte[] mail) {
        try {
            var taken = bounces.take(mail);
            if (taken.refusal() != null) {
                Log.infof("A mail in the bounce mailbox was passed over. %s", taken.refusal());
            }
            return true;
        } catch (RuntimeException e) {
            Log.error("A mail in the bounce mailbox could not be recorded; it stays unread.", e);
            return false;
        }
    }
}
