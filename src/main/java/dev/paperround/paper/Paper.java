package dev.paperround.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A stored paper.
 *
 * @param id stays for ever, whatever the paper is later found to be called
 * @param publicId arXiv id where known, else a key made from the title
 * @param days the digests it was featured in, newest first; none for a sample that real papers have replaced
 * @param positions where on the page of each of these days
 */
public record Paper(
        long id,
        String publicId,
        PaperMetadata facts,
        boolean sample,
        List<LocalDate> days,
        List<Integer> positions,
        Instant updatedAt) {
    public Paper {
        days = List.copyOf(days);
        positions = List.copyOf(positions);
    }

    public Optional<LocalDate> day() {
        return days.stream().findFirst();
    }

    /** The newest digest it was featured in that is not after the given day. */
    public Optional<LocalDate> dayUpTo(LocalDate limit) {
        return days.stream().filter(day -> !day.isAfter(limit)).findFirst();
    }

    public Optional<String> url() {
        return link("https://huggingface.co/papers/");
    }

    public Optional<String> abstractUrl() {
        return link("https://arxiv.org/abs/");
    }

    public Optional<String> pdfUrl() {
        return link("https://arxiv.org/pdf/");
    }

    /** An invented paper has no page anywhere, and neither has one known by its title alone. */
    private Optional<String> link(String start) {
        return sample || !ArxivId.is(publicId) ? Optional.empty() : Optional.of(start + publicId);
    }
}
