package dev.paperround;

import dev.paperround.startup.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The data directory of a packaged program, and the database in it while the program runs. */
record ProgramData(Path directory) {
    static ProgramData in(Path workingDirectory) {
        return new ProgramData(workingDirectory.resolve("data"));
    }

    Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(url(), EmbeddedDatabase.USERNAME, password());
    }

    String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/paperround";
    }

    String password() throws IOException {
        return Files.readString(directory.resolve("postgres-password")).strip();
    }

    long postgres() throws IOException {
        return Long.parseLong(postmaster().get(0).strip());
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(directory.resolve("postgres/postmaster.pid"));
    }
}
