package dev.paperround.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The relay of Quarkus Mailer, which digests leave by as well. */
@ConfigMapping(prefix = "quarkus.mailer")
interface RelaySettings {
    @WithDefault("localhost")
    String host();

    Optional<Integer> port();

    Optional<String> username();

    Optional<String> password();

    @WithDefault("OPTIONAL")
    String startTls();

    Optional<Boolean> tls();
}
