package dev.paperround.mail;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Signing here; without keys that is left to the relay. */
@ConfigMapping(prefix = "paperround.dkim")
interface DkimSettings {
    /** In whose name; that of the sender's address when unset. */
    Optional<String> domain();

    /** By selector; each signs every mail. */
    Map<String, KeySettings> keys();

    interface KeySettings {
        /** The private key, in PEM. */
        Path file();
    }
}
