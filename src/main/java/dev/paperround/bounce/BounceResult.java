package dev.paperround.bounce;

import dev.paperround.bounce.message.BounceKind;

/**
 * What became of a bounce or complaint. {@code delivery} and {@code email}: whose mail it was, where that is proven;
 * {@code reason}: a sentence.
 */
public record BounceResult(
        String verdict, Result result, BounceKind kind, String status, Long delivery, String email, String reason) {
    public enum Result {
        /** The address gets no more mail. */
        suppressed,
        /** Kept, and no reason to stop mailing the address, or none yet. */
        recorded,
        /** They get no more mail, as they asked. */
        unsubscribed,
        /** Nothing was changed. */
        ignored,
        /** The same was said of the same mail before. */
        duplicate
    }

    static BounceResult ignored(BounceKind kind, String reason) {
        var verdict = kind == BounceKind.UNSUBSCRIBE ? kind.verdict() : "IGNORED";
        return new BounceResult(verdict, Result.ignored, kind, null, null, null, reason);
    }
}
