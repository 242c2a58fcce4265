package dev.paperround.matching.text;

import java.util.List;
import java.util.Objects;

/**
 * Holds everything that a query can see of a paper. Unknown upvotes ({@code null}) satisfy no comparison, and {@code
 * trending} is the best place on any digest day, from 1.
 */
public record PaperText(
        String title,
        String abstractText,
        List<String> authors,
        String organization,
        List<String> keywords,
        Integer upvotes,
        int trending) {
    public static final int NOWHERE = Integer.MAX_VALUE;

    public PaperText {
        title = Objects.requireNonNullElse(title, "");
        abstractText = Objects.requireNonNullElse(abstractText, "");
        authors = known(authors);
        organization = Objects.requireNonNullElse(organization, "");
        keywords = known(keywords);
    }

    public PaperText(
            String title,
            String abstractText,
            List<String> authors,
            String organization,
            List<String> keywords,
            Integer upvotes) {
        this(title, abstractText, authors, organization, keywords, upvotes, NOWHERE);
    }

    private static List<String> known(List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }
}
