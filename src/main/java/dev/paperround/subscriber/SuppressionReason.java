package dev.paperround.subscriber;

import dev.paperround.i18n.OperatorSentence;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

public enum SuppressionReason {
    HARD_BOUNCE(OperatorSentence.NO_SUCH_MAILBOX),
    SOFT_BOUNCES(OperatorSentence.CAME_BACK),
    COMPLAINT(OperatorSentence.REPORTED_AS_SPAM),
    OPERATOR(OperatorSentence.BY_AN_OPERATOR);

    public final String words;

    SuppressionReason(OperatorSentence words) {
        this.words = words.english();
    }

    public static Optional<SuppressionReason> named(String name) {
        var wanted = name.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values()).filter(it -> it.name().equals(wanted)).findFirst();
    }
}
