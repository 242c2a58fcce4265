package dev.paperround.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Describes a relay by the settings of Quarkus Mailer, which at startup point to the local mailbox if unset. */
@ConfigMapping(prefix = "quarkus.mailer")
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
