package dev.paperround.bounce;

import dev.paperround.i18n.Failures;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Collects bounces from an IMAP mailbox, if one is configured. A mail stays unread until its content is recorded. */
@ApplicationScoped
public class BounceMailbox {
    private static final int A_POLL = 500;
    private static final int MOST_FAILURES = 1000;

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

    public Optional<String> host() {
        return settings.imap().host();
    }

    // Looks now, on this instance, and leaves every mail as it is.
    public Optional<dev.paperround.i18n.Message> trouble() {
        try {
            ImapFolder.look(settings.imap());
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(Failures.said(e));
        }
    }

    private void poll() {
        try (var folder = ImapFolder.open(settings.imap())) {
            var done = 0;
            var left = MOST_FAILURES;
            for (var message : folder.unread()) {
                if (done == A_POLL || left == 0) {
                    return;
                }
                if (isTaken(folder, message)) {
                    done++;
                } else {
                    left--;
                }
            }
        } catch (MessagingException | RuntimeException e) {
            Log.warnf(
                    "Bounces could not be collected from %s; next try in %s. %s",
                    settings.imap().host().orElse(""), settings.imap().every(), Failures.toPrograms(e));
        }
    }

    // A mail that cannot be fetched or recorded stays unread and does not block the others.
    private boolean isTaken(ImapFolder folder, Message message) throws FolderClosedException {
        try {
            var taken = bounces.take(ImapFolder.bytes(message, Bounces.LONGEST));
            if (taken.refusal() != null) {
                Log.infof("A mail in the bounce mailbox was passed over. %s", taken.refusal());
            }
            folder.done(message);
            return true;
        } catch (FolderClosedException e) {
            throw e;
        } catch (MessagingException | IOException | RuntimeException e) {
            Log.error("A mail in the bounce mailbox could not be recorded; it stays unread.", e);
            return false;
        }
    }
}
