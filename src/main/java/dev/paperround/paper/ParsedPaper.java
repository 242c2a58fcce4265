package dev.paperround.paper;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A paper as one source describes it.
 *
 * @param position index in a JSON array or feed, or line of a saved page
 * @param day list day given by the source; null means the requested day
 * @param id the arXiv id if known, else the DOI, else the source's own id; null if there is none
 * @param fillsGaps whether the draft only adds missing values and never changes known ones
 */
public record ParsedPaper(int position, LocalDate day, String id, PaperMetadata facts, boolean fillsGaps) {
    public ParsedPaper {
        String doi = facts.doi() != null ? facts.doi() : Doi.find(id).orElse(null);
        id = ArxivId.find(Objects.requireNonNullElse(id, ""))
                .or(() -> ArxivId.find(Objects.requireNonNullElse(doi, "")))
                .orElse(doi != null ? doi : id);
        // arXiv makes a DOI of every id, which says nothing new.
        facts = facts.with(it -> it.doi = doi == null || ArxivId.find(doi).isPresent() ? null : doi);
    }

    public ParsedPaper(int position, LocalDate day, String id, PaperMetadata facts) {
        this(position, day, id, facts, false);
    }

    public PaperIdentity identity() {
        return PaperIdentity.of(id, facts.doi());
    }

    // Sources may say by themselves where a paper comes from.
    public ParsedPaper from(String source) {
        return facts.source() != null
                ? this
                : new ParsedPaper(position, day, id, facts.with(it -> it.source = source), fillsGaps);
    }
}
