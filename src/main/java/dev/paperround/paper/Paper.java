package dev.paperround.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stored paper.
 *
 * @param id never changes, even if the paper gets another public id
 * @param publicId the arXiv id if known, otherwise the DOI, otherwise a key made from the title
 * @param days digest days, newest first; empty for a sample that real papers have replaced
 * @param positions position on the page for each of these days
 */
public record Paper(
        long id,
        String publicId,
        PaperMetadata facts,
        boolean sample,
        List<LocalDate> days,
        List<Integer> positions,
        Instant updatedAt) {
    private static final Map<String, String> SOURCE_NAMES =
            Map.of("huggingface", "Hugging Face", "arxiv", "arXiv", "biorxiv", "bioRxiv", "medrxiv", "medRxiv");

    public Paper {
        days = List.copyOf(days);
        positions = List.copyOf(positions);
    }

    public Optional<LocalDate> day() {
        return days.stream().findFirst();
    }

    // The paper must be featured on this day.
    public int positionOn(LocalDate day) {
        return positions.get(days.indexOf(day));
    }

    public Optional<LocalDate> dayUpTo(LocalDate limit) {
        return days.stream().filter(day -> !day.isAfter(limit)).findFirst();
    }

    // Feeds are named by their settings.
    public Optional<String> sourceName() {
        return Optional.ofNullable(facts.source()).map(source -> SOURCE_NAMES.getOrDefault(source, source));
    }

    public Optional<String> url() {
        return huggingFaceUrl().or(this::doiUrl);
    }

    public Optional<String> huggingFaceUrl() {
        return link("https://huggingface.co/papers/");
    }

    public Optional<String> doiUrl() {
        return Optional.ofNullable(facts.doi()).filter(doi -> !sample).map(Doi::url);
    }

    public Optional<String> abstractUrl() {
        return link("https://arxiv.org/abs/");
    }

    public Optional<String> pdfUrl() {
        return link("https://arxiv.org/pdf/");
    }

    // Samples and papers known only by their titles have no page to link to.
    private Optional<String> link(String start) {
        return sample || !ArxivId.is(publicId) ? Optional.empty() : Optional.of(start + publicId);
    }
}
