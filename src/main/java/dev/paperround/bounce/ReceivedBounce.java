package dev.paperround.bounce;

import dev.paperround.bounce.BounceLog.Entry;
import dev.paperround.bounce.BounceLog.Source;
import dev.paperround.bounce.message.BounceClassification;
import dev.paperround.bounce.message.BounceMessage;
import dev.paperround.bounce.message.PlainLine;
import dev.paperround.sending.correction.ReturnedMail.Returned;
import dev.paperround.subscriber.Subscriber;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

record ReceivedBounce(BounceMessage message, byte[] bytes) {
    private static final int KEPT = 64 * 1024;
    private static final int LINE = 300;

    // Two reports of the same kind about the same mail share one entry.
    Entry entry(BounceOwner.Proven proven, Subscriber subscriber, BounceClassification verdict) {
        return entry(
                proven,
                subscriber,
                verdict,
                proven.mail()
                        .map(it -> Bounces.reference(it.id()))
                        .orElseGet(() -> "subscriber " + subscriber.id + " " + digest()));
    }

    // Each unread mail gets its own entry, because its content may differ.
    Entry unread(BounceOwner.Proven proven, Subscriber subscriber, BounceClassification verdict) {
        return entry(proven, subscriber, verdict, "unread " + subscriber.id + " " + digest());
    }

    private Entry entry(
            BounceOwner.Proven proven, Subscriber subscriber, BounceClassification verdict, String reference) {
        var source = new Source(
                PlainLine.of(message.subject(), LINE),
                PlainLine.of(message.messageId(), LINE),
                Arrays.copyOf(bytes, Math.min(bytes.length, KEPT)));
        return new Entry(
                reference,
                proven.mail().map(Returned::id).orElse(null),
                proven.mail().map(Returned::createdOn).orElse(null),
                subscriber.id,
                verdict,
                source);
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
