package dev.paperround.bounce.message;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a delivery status notification (RFC 3464, RFC 6533): one group of fields for the mail, then one per recipient.
 */
final class DeliveryStatusReport {
    private static final int MOST_RECIPIENTS = 100;
    private static final Pattern IN_TEXT =
            Pattern.compile("(?im)^(?:final|original)-recipient:.*\\n(?:.*\\n){0,8}?(?:action|status):");

    private DeliveryStatusReport() {}

    // Some systems omit the blank line after the first group, or the group itself.
    static List<RecipientStatus> read(String body, Predicate<String> isOurs) {
        return HeaderFields.blocks(body).stream()
                .filter(it -> it.has("final-recipient") || it.has("action") || it.has("status"))
                .map(it -> RecipientStatus.of(it, isOurs))
                .filter(RecipientStatus::tells)
                .limit(MOST_RECIPIENTS)
                .toList();
    }

    // Some mail systems turn the report into plain text on its way.
    static boolean isInText(String text) {
        return IN_TEXT.matcher(text).find();
    }
}
