package dev.paperround.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an address gets no mail. */
public enum SuppressionReason {
    HARD_BOUNCE("its mail system said that there is no such mailbox"),
    SOFT_BOUNCES("mail to it came back on several days in a row"),
    COMPLAINT("its owner reported a mail as spam"),
    OPERATOR("an operator suppressed it");

    public final String words;

    SuppressionReason(String words) {
        this.words = words;
    }

    public static Optional<SuppressionReason> named(String name) {
        var wanted = name.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values()).filter(it -> it.name().equals(wanted)).findFirst();
    }
}
