package dev.paperround.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises both forms of arXiv id, {@code 2611.90417} and {@code cs/0112017}, with or without a URL or prefix, or as
 * the DOI that arXiv makes of it.
 */
public final class ArxivId {
    private static final String ID = "(?:\\d{4}\\.\\d{4,5}|[a-z][a-z-]*(?:\\.[A-Z]{2})?/\\d{7})";
    private static final Pattern WRAPPED = Pattern.compile(
            "(?:https?://(?:[\\w-]+\\.)*(?:arxiv\\.org/(?:abs|pdf|html)|huggingface\\.co/papers)/|(?i:arxiv):"
                    + "|(?i:(?:https?://(?:dx\\.)?doi\\.org/|doi:)?10\\.48550/arxiv\\.))?(" + ID
                    + ")(?:v\\d+)?(?:\\.pdf)?/?(?:[?#].*)?");
    private static final Pattern BARE = Pattern.compile(ID);

    private ArxivId() {}

    public static Optional<String> find(String raw) {
        Matcher matcher = WRAPPED.matcher(raw.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static boolean is(String id) {
        return BARE.matcher(id).matches();
    }
}
