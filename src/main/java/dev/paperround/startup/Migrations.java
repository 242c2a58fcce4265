package dev.paperround.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * Whether every migration in the program is in the database as Flyway would have it, which it then need not be started for:
 * that takes a sixteenth of the start. In any doubt it is Flyway that looks, and that says what is wrong.
 */
final class Migrations {
    private static final String FLYWAY = "quarkus.flyway.";
    private static final String POOL = "quarkus.datasource.jdbc.";
    private static final String FOLDER = "db/migration/";

    /** Of the schema Flyway would look into, and no other on the search path. */
    private static final String HISTORY = """
            select version, type, description, coalesce(checksum, 0), success from flyway_schema_history
            where tableoid = to_regclass(format('%I.flyway_schema_history', current_schema()))""";

    private final Map<Integer, String> ours = new HashMap<>();
    private int newest;

    Migrations(JarFile program) throws IOException {
        for (var entries = program.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                try (var lines = new BufferedReader(
                        new InputStreamReader(program.getInputStream(entry), StandardCharsets.UTF_8))) {
                    add(entry.getName().substring(FOLDER.length()), checksum(lines));
                }
            }
        }
    }

    /** Not where an operator has settings of Flyway, or of connections, that may lead it elsewhere. */
    static boolean areIn(Connection connection, Settings settings) throws SQLException {
        if (!settings.namesAfter(FLYWAY).equals(Set.of("callbacks", "ignore-migration-patterns", "migrate-at-start"))
                || !Set.of("sockettimeout", "tcpkeepalive").containsAll(connectionProperties(settings))
                || settings.namesAfter(POOL).stream().anyMatch(name -> name.startsWith("new"))) {
            return false;
        }
        try {
            var folder = Migrations.class.getResource("/" + FOLDER);
            if (folder == null || !(folder.openConnection() instanceof JarURLConnection jar)) {
                return false;
            }
            jar.setUseCaches(false);
            try (var program = jar.getJarFile()) {
                return new Migrations(program).areIn(connection);
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static SortedSet<String> connectionProperties(Settings settings) {
        var names = new TreeSet<>(settings.namesAfter(POOL + "additional-jdbc-properties."));
        names.removeIf(String::isEmpty);
        return names;
    }

    boolean areIn(Connection connection) throws SQLException {
        var missing = new HashMap<>(ours);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(HISTORY)) {
            while (row.next()) {
                var version = row.getString(1);
                if (version == null || !version.matches("\\d{1,9}") || !row.getBoolean(5)) {
                    return false;
                }
                var applied = said(row.getString(2), row.getString(3), row.getInt(4));
                // Of a later version of the program, to which it may return.
                var isFuture = Integer.parseInt(version) > newest;
                if (!isFuture && !applied.equals(missing.remove(Integer.valueOf(version)))) {
                    return false;
                }
            }
        } catch (SQLException e) {
            if ("42P01".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
        return missing.isEmpty() && newest > 0;
    }

    private void add(String file, int checksum) throws IOException {
        if (!file.matches("V\\d{1,9}__\\w+\\.sql")) {
            throw new IOException(file);
        }
        int end = file.indexOf("__");
        int version = Integer.parseInt(file.substring(1, end));
        var description =
                file.substring(end + 2, file.length() - ".sql".length()).replace('_', ' ');
        ours.put(version, said("SQL", description, checksum));
        newest = Math.max(newest, version);
    }

    private static String said(String type, String description, int checksum) {
        return type + " " + checksum + " " + description;
    }

    /** As Flyway's: of the lines, whatever ends them. */
    private static int checksum(BufferedReader lines) throws IOException {
        var sum = new CRC32();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            sum.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return (int) sum.getValue();
    }
}
