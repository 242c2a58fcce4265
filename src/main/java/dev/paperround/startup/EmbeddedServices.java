package dev.paperround.startup;

import dev.paperround.inbox.LocalMailbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts the services that are not configured and returns the properties that point the program to them. */
public final class EmbeddedServices implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    public synchronized Map<String, String> start(Settings settings) throws StartupFailure {
        Map<String, String> found = new LinkedHashMap<>();
        String directory = settings.get(Settings.DATA_DIR).orElse("data");
        if (settings.databaseIsEmbedded()) {
            DataDirectory data = open(directory);
            data.lock();
            EmbeddedDatabase database = keep(EmbeddedDatabase.start(data));
            found.put(Settings.DATABASE_URL, database.jdbcUrl());
            found.put(Settings.DATABASE_USERNAME, EmbeddedDatabase.USERNAME);
            found.put(Settings.DATABASE_PASSWORD, database.password());
            found.put(Settings.SAMPLE, "true");
            if (!settings.has(Settings.SECRET)) {
                found.put(Settings.SECRET, data.secret("secret"));
            }
        } else {
            DatabaseCheck.check(settings);
        }
        if (settings.mailboxIsLocal()) {
            found.putAll(mailbox(open(directory)));
        } else {
            found.putAll(relay(settings));
        }
        if (!settings.has(Settings.ADMIN_TOKEN)) {
            found.put(Settings.ADMIN_TOKEN, adminToken(open(directory)));
        }
        settings.get(Settings.BASE_URL).ifPresent(url -> found.put(Settings.BASE_URL, url.replaceAll("/+$", "")));
        settings.get(Settings.RATE).filter("unlimited"::equals).ifPresent(word -> found.put(Settings.RATE, ""));
        return found;
    }

    private DataDirectory open(String directory) throws StartupFailure {
        return keep(DataDirectory.open(directory));
    }

    // Quarkus would try port 25, and send without a login to a relay that offers none.
    private static Map<String, String> relay(Settings settings) {
        Map<String, String> relay = new LinkedHashMap<>();
        if (!settings.has(Settings.MAILER + "port")) {
            boolean tls = settings.get(Settings.MAILER + "tls")
                    .filter(Boolean::parseBoolean)
                    .isPresent();
            relay.put(Settings.MAILER + "port", tls ? "465" : "587");
        }
        if (settings.has(Settings.MAILER + "username") && !settings.has(Settings.MAILER + "login")) {
            relay.put(Settings.MAILER + "login", "REQUIRED");
        }
        return relay;
    }

    private Map<String, String> mailbox(DataDirectory data) throws StartupFailure {
        try {
            Path directory = data.closed("mailbox");
            LocalMailbox mailbox = keep(LocalMailbox.start(directory, Clock.systemUTC()));
            return Map.of(
                    Settings.MAILER_HOST,
                    "127.0.0.1",
                    Settings.MAILER + "port",
                    Integer.toString(mailbox.port()),
                    Settings.MAILER + "start-tls",
                    "DISABLED",
                    LocalMailbox.DIRECTORY,
                    directory.toString());
        } catch (IOException e) {
            throw new StartupFailure(
                    "The local mailbox cannot be kept in \"" + data.resolve("mailbox")
                            + "\": PAPERROUND_DATA_DIR must be a directory this program can write to.",
                    e);
        }
    }

    // Prints the path and never the token, because output ends up in log collections.
    private static String adminToken(DataDirectory data) throws StartupFailure {
        boolean isNew = !data.has("admin-token");
        String token = data.secret("admin-token");
        if (isNew) {
            System.out.println("The admin token has been made and is in " + data.resolve("admin-token"));
        }
        return token;
    }

    private <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("A part did not stop cleanly: " + e);
            }
        }
    }
}
