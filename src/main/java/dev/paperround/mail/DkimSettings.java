package dev.paperround.mail;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Configures DKIM signing. Without keys, signing is left to the relay. */
@ConfigMapping(prefix = "paperround.dkim")
interface DkimSettings {
    // Defaults to the domain of the sender's address.
    Optional<String> domain();

    // Keyed by selector, and each key signs every mail.
    Map<String, KeySettings> keys();

    interface KeySettings {
        Path file();
    }
}
