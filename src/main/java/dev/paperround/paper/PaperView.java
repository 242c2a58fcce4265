package dev.paperround.paper;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;

/** Shows a paper in the API: its metadata together with what depends on the archive. */
public record PaperView(
        String id, @JsonUnwrapped PaperMetadata facts, LocalDate day, List<LocalDate> days, String url) {

    public static PaperView of(Paper paper) {
        return new PaperView(
                paper.publicId(),
                paper.facts(),
                paper.day().orElse(null),
                paper.days(),
                paper.url().orElse(null));
    }
}
