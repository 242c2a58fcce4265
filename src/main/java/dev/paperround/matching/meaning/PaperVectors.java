package dev.paperround.matching.meaning;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Holds the vector of a paper's whole text and those of its passages, of which one may speak of what is sought. */
public record PaperVectors(Vector whole, List<Vector> passages) {
    public PaperVectors {
        passages = List.copyOf(passages);
    }

    // The vectors of PaperPassages.of, in its order.
    public static PaperVectors of(List<float[]> vectors) {
        List<Vector> all = vectors.stream().map(Vector::of).toList();
        return new PaperVectors(all.get(0), all.subList(Math.min(1, all.size() - 1), all.size()));
    }

    float closeness(Vector sought) {
        float best = -1;
        for (Vector passage : passages) {
            best = Math.max(best, passage.cosine(sought));
        }
        return whole.cosine(sought) + best;
    }

    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + whole.size() * (1 + passages.size()));
        bytes.put((byte) passages.size());
        whole.write(bytes);
        passages.forEach(passage -> passage.write(bytes));
        return bytes.array();
    }

    public static PaperVectors of(byte[] bytes, int offset, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        int count = buffer.get();
        int dimensions = (length - 1) / (count + 1) - Float.BYTES;
        Vector whole = Vector.read(buffer, dimensions);
        List<Vector> passages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            passages.add(Vector.read(buffer, dimensions));
        }
        return new PaperVectors(whole, passages);
    }

    public static PaperVectors of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }
}
