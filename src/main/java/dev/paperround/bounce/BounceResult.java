package dev.paperround.bounce;

import dev.paperround.bounce.message.BounceKind;
import dev.paperround.i18n.Message;

/**
 * Tells the outcome of a bounce or complaint. {@code delivery} and {@code email} are set only if ownership is proven.
 */
public record BounceResult(
        String verdict, Result result, BounceKind kind, String status, Long delivery, String email, Message reason) {
    public enum Result {
        suppressed,
        // Logged, but not (or not yet) a reason to stop mailing the address.
        recorded,
        unsubscribed,
        ignored,
        duplicate
    }

    static BounceResult ignored(BounceKind kind, Message reason) {
        var verdict = kind == BounceKind.UNSUBSCRIBE ? kind.verdict() : "IGNORED";
        return new BounceResult(verdict, Result.ignored, kind, null, null, null, reason);
    }
}
