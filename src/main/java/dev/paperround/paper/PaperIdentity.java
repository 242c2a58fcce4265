package dev.paperround.paper;

import java.util.Optional;

/**
 * Identifies a paper across sources and for good. Two papers whose arXiv ids or DOIs differ are never the same; their
 * titles only count while one of them has neither.
 */
public record PaperIdentity(Optional<String> arxivId, Optional<String> doi) {
    public static PaperIdentity of(String id, String doi) {
        return new PaperIdentity(
                Optional.ofNullable(id).filter(ArxivId::is),
                Optional.ofNullable(doi).or(() -> Optional.ofNullable(id).filter(Doi::is)));
    }

    public boolean isKnown() {
        return arxivId.isPresent() || doi.isPresent();
    }

    // Tells whether papers that share a name, be it an id or a title, are the same.
    public boolean allows(PaperIdentity other) {
        if (arxivId.isPresent() && other.arxivId.isPresent()) {
            return arxivId.equals(other.arxivId);
        }
        if (doi.isPresent() && other.doi.isPresent()) {
            return doi.equals(other.doi);
        }
        return !isKnown() || !other.isKnown();
    }

    public boolean shares(PaperIdentity other) {
        return allows(other) && isKnown() && other.isKnown();
    }

    public PaperIdentity and(PaperIdentity other) {
        return new PaperIdentity(arxivId.or(other::arxivId), doi.or(other::doi));
    }
}
