package dev.paperround.startup;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.testing.PlainSmtp;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EmbeddedServicesTest {
    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    /** The library that brings PostgreSQL starts it, for tests, such that a power cut loses data. */
    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "server_encoding, UTF8",
        "max_connections, 100",
        "listen_addresses, 127.0.0.1",
    })
    void theDatabaseIsSetUpToKeepWhatItIsGiven(String setting, String expected) throws SQLException {
        assertThat(answer("SHOW " + setting)).isEqualTo(expected);
    }

    @Test
    void theDatabaseIsOfTheVersionThatIsChecked() throws SQLException {
        assertThat(answer("SHOW server_version")).startsWith(EmbeddedDatabase.MAJOR_VERSION + ".");
    }

    @Test
    void aStatementThatIsNeverAnsweredEndsAlsoAfterAMigration() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(120_000);
        }
    }

    @Test
    void theProgramIsReady() {
        get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void aMailCanBeSent() {
        PlainSmtp.send("digest@localhost", "reader@example.org", "Subject: A round of papers\n\nNone today.");
    }

    /** To a connection of its own, as those of the tests wait for no disk. */
    private String answer(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedDatabase.USERNAME, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
