package dev.paperround.paper.ingest;

import dev.paperround.i18n.Message;
import dev.paperround.paper.source.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record IngestRecord(
        long id,

        @Schema(description = "huggingface, arxiv:cs.LG, manual-json, manual-page or sample")
        String source,

        LocalDate day,
        Instant startedAt,

        @Schema(description = "Seconds from the first request to the last paper stored")
        double duration,

        int received,
        int added,
        int updated,
        int unchanged,
        int rejected,

        @Schema(description = "The first 20 of those rejected, and why")
        List<Rejection> rejections,

        @Schema(description = "What went wrong, if anything did; what had been read before is taken in all the same")
        Message error,

        @Schema(description = "What is odd though nothing went wrong: a weekday that stayed empty")
        Message warning,

        @Schema(description = "How often in a row a poll came to just this")
        int times,

        @Schema(description = "When it last did") Instant lastAt,

        @Schema(description = "When what it alone had added was taken out again")
        Instant undoneAt) {

    public IngestRecord {
        rejections = List.copyOf(rejections);
    }
}
