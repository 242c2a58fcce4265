package dev.paperround.paper.citation;

import dev.paperround.paper.PaperIdentity;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Builds keys such as {@code arXiv:2611.00101}, which stay the same when authors, title or date become known. */
final class CitationKey {
    // BibTeX and biber agree on these.
    private static final Pattern NOT_IN_KEYS = Pattern.compile("[^A-Za-z0-9.:/_-]+");

    private CitationKey() {}

    static String of(String publicId, PaperIdentity identity) {
        var kind = identity.arxivId().isPresent()
                ? "arXiv:"
                : identity.doi().filter(publicId::equals).isPresent() ? "doi:" : "paper:";
        var plain = NOT_IN_KEYS.matcher(publicId).replaceAll("-");
        return plain.equals(publicId) ? kind + publicId : kind + plain + "-" + mark(publicId);
    }

    // Keeps ids apart that differ only in what a key cannot hold.
    private static String mark(String publicId) {
        return UUID.nameUUIDFromBytes(publicId.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}
