package dev.paperround.paper;

import dev.paperround.paper.ingest.IngestReport;
import dev.paperround.paper.ingest.Ingests;
import dev.paperround.paper.ingest.PaperIngest;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.huggingface.HuggingFaceRows;
import dev.paperround.paper.source.savedpage.SavedPage;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes texts in as the admin API would. */
@ApplicationScoped
public class PaperTexts {
    @Inject
    PaperIngest ingest;

    @Inject
    AgroalDataSource database;

    @Inject
    Ingests ingests;

    public void empty() {
        sql("truncate paper cascade");
    }

    public void sql(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public IngestReport json(LocalDate day, String rows) {
        try {
            ParseResult reading = HuggingFaceRows.read(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
            return ingest.ingest(new PaperIngest.Origin(0, "test"), day, reading.drafts(), reading.rejections());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an operator does: with a record of what came of it. */
    public IngestReport handedOver(LocalDate day, String rows) {
        try {
            ParseResult reading = HuggingFaceRows.read(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
            return ingests.byHand(Ingests.BY_HAND_JSON, day, Instant.now(), reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public IngestReport page(LocalDate day, String text) {
        ParseResult reading = SavedPage.read(text, day);
        return ingest.ingest(new PaperIngest.Origin(0, "test"), day, reading.drafts(), reading.rejections());
    }

    static String rows(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i ->
                        "{\"paper\": {\"id\": \"2611.%05d\", \"title\": \"Tide %d\", \"upvotes\": %d, \"summary\": \"%s\"}}"
                                .formatted(i, i, i, "Tides rise. ".repeat(100)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
