package dev.paperround.transport;

import dev.paperround.subscriber.Recipient;

/** Writes digests as messages of one kind. Of all formats, the one of highest priority that fits a recipient is used. */
public interface DigestFormat {
    boolean fits(Recipient recipient);

    /** Runs on any thread, outside a transaction. Every attempt gives the same bytes while the papers are unchanged. */
    Written write(DueDigest digest, Recipient recipient);

    /** Makes a message of bytes that may have left before. */
    OutgoingMessage repeat(byte[] written, DueDigest digest, Recipient recipient);

    // The message had room for this many of the papers, counted from the first.
    record Written(OutgoingMessage message, int papers) {}
}
