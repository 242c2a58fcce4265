package dev.paperround.bounce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

@ConfigMapping(prefix = "paperround.bounces")
public interface BounceSettings {
    /** Of the envelope senders; that of the sender's address when unset, {@code off}: the sender's address itself. */
    Optional<String> domain();

    /** On how many days in a row mail must come back softly before an address is suppressed. */
    @WithDefault("3")
    int softDays();

    /** How long the raw mails are kept. */
    @WithDefault("30d")
    Duration keep();

    Imap imap();

    interface Imap {
        /** A mailbox to collect bounces from; none when unset. */
        Optional<String> host();

        /** 993 with TLS, else 143. */
        OptionalInt port();

        Optional<String> username();

        Optional<String> password();

        @WithDefault("true")
        boolean tls();

        @WithDefault("INBOX")
        String folder();

        /** Where mails go once they are recorded; they stay, marked as read, when unset. */
        Optional<String> processed();

        @WithDefault("5m")
        Duration every();
    }
}
