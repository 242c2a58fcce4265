package dev.paperround.meaning;

import dev.paperround.matching.meaning.Closeness;
import dev.paperround.matching.meaning.Interest;
import dev.paperround.matching.meaning.PaperVectors;
import dev.paperround.matching.query.QueryTerm;
import java.util.List;

/** Holds the vectors of a window's papers, which are read when the first filter asks for them. */
final class WindowCloseness implements Closeness {
    // Vectors take four times as much memory in the form that is fast to compare.
    private static final int MOST_UNPACKED = 4_000;

    private final Meanings meanings;
    private final List<Long> papers;
    private List<byte[]> packed;
    private List<PaperVectors> vectors;

    WindowCloseness(Meanings meanings, List<Long> papers) {
        this.meanings = meanings;
        this.papers = List.copyOf(papers);
    }

    @Override
    public float[] of(QueryTerm.Like like) {
        return meanings.ofFilter(like).map(this::all).orElseGet(() -> new float[0]);
    }

    private float[] all(Interest interest) {
        read();
        var closeness = new float[papers.size()];
        for (var i = 0; i < closeness.length; i++) {
            var known = vectors == null ? unpacked(packed.get(i)) : vectors.get(i);
            closeness[i] = known == null ? Interest.NOT_AT_ALL : interest.closeness(papers.get(i), known);
        }
        return closeness;
    }

    private synchronized void read() {
        if (packed != null || vectors != null) {
            return;
        }
        var read = meanings.vectors(papers);
        if (papers.size() <= MOST_UNPACKED) {
            vectors = papers.stream()
                    .map(read::get)
                    .map(WindowCloseness::unpacked)
                    .toList();
        } else {
            packed = papers.stream().map(read::get).toList();
        }
    }

    private static PaperVectors unpacked(byte[] bytes) {
        return bytes == null ? null : PaperVectors.of(bytes);
    }
}
