package dev.paperround;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSourceLoader;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** What the operator has set, read before Quarkus starts and from the same places. */
final class Settings {
    static final String DATABASE_URL = "quarkus.datasource.jdbc.url";
    static final String DATABASE_USERNAME = "quarkus.datasource.username";
    static final String DATABASE_PASSWORD = "quarkus.datasource.password";
    static final String MAILER = "quarkus.mailer.";
    static final String MAILER_HOST = MAILER + "host";
    static final String RELAY = "paperround.relay.";
    static final String DATA_DIR = "paperround.data-dir";
    static final String BASE_URL = "paperround.base-url";
    static final String SECRET = "paperround.secret";
    static final String ADMIN_TOKEN = "paperround.admin-token";
    static final String SAMPLE = "paperround.sample";
    static final String RATE = "paperround.delivery.rate";

    private final Function<String, String> source;

    private Settings(Function<String, String> source) {
        this.source = source;
    }

    static Settings read() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Config config = ConfigUtils.configBuilder()
                .withSources(new DotEnvConfigSourceProvider())
                .withSources(PropertiesConfigSourceLoader.inFileSystem("config/application.properties", 260, loader))
                .withSources(PropertiesConfigSourceLoader.inClassPath("application.properties", 250, loader))
                .build();
        return new Settings(property -> config.getConfigValue(property).getValue());
    }

    static Settings of(Map<String, String> properties) {
        return new Settings(properties::get);
    }

    /** An empty value is no value, as Quarkus sees it. */
    Optional<String> get(String property) {
        return Optional.ofNullable(source.apply(property)).filter(value -> !value.isEmpty());
    }

    boolean has(String property) {
        return get(property).isPresent();
    }

    boolean databaseIsEmbedded() {
        return !has(DATABASE_URL);
    }

    boolean mailboxIsLocal() {
        return !has(MAILER_HOST);
    }
}
