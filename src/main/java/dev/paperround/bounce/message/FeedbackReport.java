package dev.paperround.bounce.message;

import java.util.List;
import java.util.Locale;

/** Reads a complaint (RFC 5965), or Microsoft's older form, which forwards the mail with a header of its own. */
final class FeedbackReport {
    private static final String FORWARDED = "x-hmxmroriginalrecipient";

    private FeedbackReport() {}

    static boolean isIn(List<MailPart> parts) {
        return parts.stream()
                .anyMatch(it ->
                        it.isFeedback() || it.nesting() > 0 && it.headers().has(FORWARDED));
    }

    static BounceKind kind(List<MailPart> parts) {
        var type = parts.stream()
                .filter(MailPart::isFeedback)
                .flatMap(it -> HeaderFields.read(it.body()).first("feedback-type").stream())
                .findFirst()
                .orElse("abuse");
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case "abuse", "fraud", "opt-out", "opt-out-list" -> BounceKind.COMPLAINT;
            case "not-spam" -> BounceKind.NOT_SPAM;
            default -> BounceKind.OTHER;
        };
    }
}
