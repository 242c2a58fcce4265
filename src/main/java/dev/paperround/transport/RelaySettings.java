package dev.paperround.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Handed over at the start from the settings of Quarkus Mailer's name, or pointing at the local mailbox. */
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
