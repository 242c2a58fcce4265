package dev.paperround.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Describes a relay. At startup it is filled from the Quarkus Mailer settings, or points to the local mailbox. */
@ConfigMapping(prefix = "paperround.relay")
public interface RelaySettings {
    @WithDefault("localhost")
    String host();

    Optional<Integer> port();

    Optional<String> username();

    Optional<String> password();

    @WithDefault("OPTIONAL")
    String startTls();

    Optional<Boolean> tls();
}
