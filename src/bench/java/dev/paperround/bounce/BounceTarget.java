package dev.paperround.bounce;

import java.util.Optional;

/** Everything that is read out of a mail before anybody believes it. */
public final class BounceTarget {
    private BounceTarget() {}

    public static void read(byte[] mail) {
        BounceMessage.read(mail).ifPresent(message -> {
            message.traces();
            message.isAutoReply();
            Verdict.of(message, address -> address.startsWith("b+"), Optional.empty());
        });
    }
}
