package dev.paperround.subscriber;

import dev.paperround.i18n.BounceMessages;
import dev.paperround.i18n.Message;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

public enum SuppressionReason {
    HARD_BOUNCE(Message.of(BounceMessages.class, say -> say.noSuchMailbox())),
    SOFT_BOUNCES(Message.of(BounceMessages.class, say -> say.cameBack())),
    COMPLAINT(Message.of(BounceMessages.class, say -> say.reportedAsSpam())),
    OPERATOR(Message.of(BounceMessages.class, say -> say.byAnOperator()));

    public final Message words;

    SuppressionReason(Message words) {
        this.words = words;
    }

    public static Optional<SuppressionReason> named(String name) {
        var wanted = name.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values()).filter(it -> it.name().equals(wanted)).findFirst();
    }
}
