package dev.paperround.startup;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSourceLoader;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Reads the operator's settings before Quarkus starts, from the same sources as Quarkus. */
public final class Settings {
    static final String DATABASE_URL = "quarkus.datasource.jdbc.url";
    static final String DATABASE_USERNAME = "quarkus.datasource.username";
    static final String DATABASE_PASSWORD = "quarkus.datasource.password";
    static final String MAILER = "quarkus.mailer.";
    static final String MAILER_HOST = MAILER + "host";
    public static final String DATA_DIR = "paperround.data-dir";
    static final String BASE_URL = "paperround.base-url";
    static final String MAIL_FROM = "paperround.mail-from";
    static final String SECRET = "paperround.secret";
    static final String ADMIN_TOKEN = "paperround.admin-token";
    public static final String SAMPLE = "paperround.sample";
    static final String RATE = "paperround.delivery.rate";

    private final Function<String, String> source;
    private final Set<String> names;

    private Settings(Function<String, String> source, Set<String> names) {
        this.source = source;
        this.names = names;
    }

    public static Settings read() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Config config = ConfigUtils.configBuilder()
                .withSources(new DotEnvConfigSourceProvider())
                .withSources(PropertiesConfigSourceLoader.inFileSystem("config/application.properties", 260, loader))
                .withSources(PropertiesConfigSourceLoader.inClassPath("application.properties", 250, loader))
                .build();
        var names = new TreeSet<String>();
        config.getPropertyNames().forEach(names::add);
        return new Settings(property -> config.getConfigValue(property).getValue(), names);
    }

    public static Settings of(Map<String, String> properties) {
        return new Settings(properties::get, properties.keySet());
    }

    // Like Quarkus, treats an empty value as unset.
    public Optional<String> get(String property) {
        return Optional.ofNullable(source.apply(property)).filter(value -> !value.isEmpty());
    }

    boolean has(String property) {
        return get(property).isPresent();
    }

    // Returns, in lower case, the part of each setting's name right after the prefix, in any notation.
    SortedSet<String> namesAfter(String prefix) {
        var variables = SettingRule.variable(prefix);
        return names.stream()
                .filter(name -> name.startsWith(prefix) || name.startsWith(variables))
                .map(name -> name.substring(prefix.length()).split("[._]")[0].toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean databaseIsEmbedded() {
        return !has(DATABASE_URL);
    }

    boolean mailboxIsLocal() {
        return !has(MAILER_HOST);
    }
}
