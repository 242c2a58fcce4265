package dev.paperround.testing;

import dev.paperround.transport.RelaySettings;
import java.util.Optional;

/** A relay on this machine without a password or TLS. */
public record PlainRelay(int at) implements RelaySettings {
    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public Optional<Integer> port() {
        return Optional.of(at);
    }

    @Override
    public Optional<String> username() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public String startTls() {
        return "DISABLED";
    }

    @Override
    public Optional<Boolean> tls() {
        return Optional.empty();
    }
}
