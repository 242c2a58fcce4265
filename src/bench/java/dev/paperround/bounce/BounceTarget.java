package dev.paperround.bounce;

import dev.paperround.bounce.message.BounceClassification;
import dev.paperround.bounce.message.BounceMessage;
import java.util.Optional;

/** Everything that is read out of a mail before anybody believes it. */
public final class BounceTarget {
    private BounceTarget() {}

    public static void read(byte[] mail) {
        BounceMessage.read(mail).ifPresent(message -> {
            message.traces();
            message.isAutoReply();
            BounceClassification.of(message, address -> address.startsWith("b+"), Optional.empty());
        });
    }
}
