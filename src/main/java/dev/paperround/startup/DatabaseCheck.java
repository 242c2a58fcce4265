package dev.paperround.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** Connects once before startup, so that a wrong address gives one line instead of a connection pool's stack trace. */
final class DatabaseCheck {
    private static final int OLDEST_VERSION = 15;

    private DatabaseCheck() {}

    static void check(Settings settings) throws StartupFailure {
        check(
                settings.get(Settings.DATABASE_URL).orElseThrow(),
                settings.get(Settings.DATABASE_USERNAME),
                settings.get(Settings.DATABASE_PASSWORD));
    }

    private static void check(String url, Optional<String> username, Optional<String> password) throws StartupFailure {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "10");
        username.ifPresent(user -> properties.setProperty("user", user));
        password.ifPresent(word -> properties.setProperty("password", word));
        try (Connection connection = new Driver().connect(url, properties)) {
            if (connection == null) {
                throw new StartupFailure(
                        fault(url, "it must be an address such as jdbc:postgresql://db.example.org/papers"));
            }
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new StartupFailure(
                        fault(url, "PostgreSQL there is version " + version + "; it must be 15 or newer"));
            }
        } catch (SQLException e) {
            throw new StartupFailure(reason(url, e), e);
        }
    }

    private static String reason(String url, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String said =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("\\.$", "");
        if (state.startsWith("28") || said.contains("password")) {
            return "QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD are not accepted by the database at \""
                    + withoutPassword(url) + "\" (" + said
                    + "); they must be a user it knows and that user's password.";
        }
        return fault(url, "it must be the address of a PostgreSQL that answers (" + said + ")");
    }

    private static String fault(String url, String wanted) {
        return "QUARKUS_DATASOURCE_JDBC_URL is \"" + withoutPassword(url) + "\"; " + wanted + ".";
    }

    // The query part of the URL may contain a password.
    static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1…").replaceAll("//[^/@]*@", "//…@");
    }
}
