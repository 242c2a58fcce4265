package dev.paperround.bounce;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A mail that came back, or came in its place: what it says of whom, and where it may say which mail it is about. */
final class BounceMessage {
    private static final Set<String> OF_A_MAIL = Set.of(
            "from", "to", "subject", "date", "received", "return-path", "message-id", "content-type", "mime-version");
    private static final Set<String> OF_AUTO_REPLIES = Set.of("x-autoreply", "x-autorespond", "x-autoresponse");

    private final List<MailPart> parts;

    private BounceMessage(List<MailPart> parts) {
        this.parts = parts;
    }

    /** Empty: this is no mail. */
    static Optional<BounceMessage> read(byte[] mail) {
        var parts = MailParts.of(withoutEnvelope(mail));
        return parts.stream()
                .limit(1)
                .filter(it -> it.headers().all().stream().anyMatch(field -> OF_A_MAIL.contains(field.name())))
                .map(it -> new BounceMessage(parts))
                .findFirst();
    }

    /** Delivery agents write a line {@code From sender date} above the mail. */
    private static byte[] withoutEnvelope(byte[] mail) {
        var start = new String(mail, 0, Math.min(mail.length, 5), StandardCharsets.ISO_8859_1);
        if (!start.equals("From ")) {
            return mail;
        }
        var end = 0;
        while (end < mail.length && mail[end] != '\n') {
            end++;
        }
        return Arrays.copyOfRange(mail, Math.min(mail.length, end + 1), mail.length);
    }

    /**
     * The outermost report that is not about the way back to us: of a bounce that bounced itself, the inner one tells of
     * the mail.
     */
    List<RecipientStatus> recipients(Predicate<String> isOurs) {
        var reports = parts.stream()
                .filter(MailPart::isStatus)
                .sorted(Comparator.comparingInt(MailPart::nesting))
                .map(it -> DeliveryStatus.read(it.body()))
                .map(groups -> groups.stream()
                        .filter(it -> !isOurs.test(it.finalRecipient()))
                        .toList())
                .filter(it -> !it.isEmpty())
                .findFirst();
        return reports.orElseGet(this::inText);
    }

    private List<RecipientStatus> inText() {
        return text().map(text -> {
                    var qmail = Qsbmf.read(text);
                    return qmail.isEmpty() ? EximNotice.read(text) : qmail;
                })
                .orElse(List.of());
    }

    private Optional<String> text() {
        return parts.stream()
                .filter(MailPart::isText)
                .limit(1)
                .map(MailPart::body)
                .findFirst();
    }

    boolean isReport() {
        return parts.stream().anyMatch(MailPart::isStatus);
    }

    Optional<BounceKind> feedback() {
        return FeedbackReport.isIn(parts) ? Optional.of(FeedbackReport.kind(parts)) : Optional.empty();
    }

    boolean isAutoReply() {
        var headers = parts.get(0).headers();
        var submitted = headers.first("auto-submitted").orElse("no").toLowerCase(Locale.ROOT);
        return !submitted.startsWith("no")
                || headers.all().stream().anyMatch(it -> OF_AUTO_REPLIES.contains(it.name()))
                || headers.first("precedence")
                        .filter("auto_reply"::equalsIgnoreCase)
                        .isPresent();
    }

    /** Texts in which a signed reference may stand, the most telling first: whom it came to, the report, the mail in it. */
    List<String> traces() {
        var traces = new ArrayList<String>();
        for (var part : parts) {
            traces.add(part.headers().values());
            if (part.isStatus() || part.isFeedback() || part.isReturnedHeaders()) {
                traces.add(part.body());
            }
        }
        if (!isReport() && !inText().isEmpty()) {
            text().ifPresent(traces::add);
        }
        return traces;
    }
}
