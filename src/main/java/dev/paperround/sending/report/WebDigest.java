package dev.paperround.sending.report;

import dev.paperround.digest.DigestPaper;
import java.time.LocalDate;
import java.util.List;

public record WebDigest(LocalDate day, List<DigestPaper> mailed, List<DigestPaper> more, int considered) {
    public int all() {
        return mailed.size() + more.size();
    }

    public boolean isSample() {
        return mailed.stream().anyMatch(it -> it.paper().sample());
    }
}
