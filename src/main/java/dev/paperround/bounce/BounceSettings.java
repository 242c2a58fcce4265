package dev.paperround.bounce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

@ConfigMapping(prefix = "paperround.bounces")
public interface BounceSettings {
    /** Domain of the envelope senders. Defaults to the sender's domain; {@code off} uses the sender's own address. */
    Optional<String> domain();

    /** Number of consecutive days with soft bounces after which an address is suppressed. */
    @WithDefault("3")
    int softDays();

    /** Retention period of the raw mails. */
    @WithDefault("30d")
    Duration keep();

    Imap imap();

    interface Imap {
        /** IMAP server of the mailbox to collect bounces from; nothing is collected when unset. */
        Optional<String> host();

        /** Defaults to 993 with TLS and 143 without. */
        OptionalInt port();

        Optional<String> username();

        Optional<String> password();

        @WithDefault("true")
        boolean tls();

        @WithDefault("INBOX")
        String folder();

        /** Folder to move recorded mails to; when unset they stay in place, marked as read. */
        Optional<String> processed();

        @WithDefault("5m")
        Duration every();
    }
}
