package dev.paperround.bounce.message;

import dev.paperround.subscriber.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Reads a returned mail, or a mail sent to the bounce address, and finds the recipients and references in it. */
public final class BounceMessage {
    private static final Set<String> OF_A_MAIL = Set.of(
            "from", "to", "subject", "date", "received", "return-path", "message-id", "content-type", "mime-version");
    private static final Set<String> OF_AUTO_REPLIES =
            Set.of("x-autoreply", "x-autorespond", "x-autoresponse", "x-autoreply-from", "x-vacation");
    private static final Pattern OUT_OF_OFFICE = Pattern.compile(
            "^\\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|answer)|out of (?:the )?office|automatische antwort|abwesenheit\\w*|"
                    + "réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch antwoord|"
                    + "automatyczna odpowied|автоматический ответ|автоответ|自動応答|自動返信|自动回复|自動回覆)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern REPLY =
            Pattern.compile("(?i)^\\s*(?:re|aw|antw|sv|vs|ref|rif|odp|r|回复|答复|回覆|返信)\\s*(?:\\[\\d+])?\\s*[:：]");
    private static final Set<String> ADDRESSEES = Set.of(
            "to",
            "cc",
            "bcc",
            "delivered-to",
            "x-original-to",
            "envelope-to",
            "x-envelope-to",
            "x-forwarded-to",
            "x-delivered-to",
            "apparently-to",
            "resent-to",
            "received");
    private static final int DEEPEST = 4;
    private static final Pattern LINK = Pattern.compile("(?i)<a\\b[^>]{0,200}\\bhref\\s*=");

    private final List<MailPart> parts;

    private BounceMessage(List<MailPart> parts) {
        this.parts = parts;
    }

    /** Returns empty if the bytes are not a mail. */
    public static Optional<BounceMessage> read(byte[] mail) {
        var parts = MailParts.of(withoutEnvelope(mail));
        return parts.stream()
                .limit(1)
                .filter(it -> it.headers().all().stream().anyMatch(field -> OF_A_MAIL.contains(field.name())))
                .map(it -> new BounceMessage(parts))
                .findFirst();
    }

    // Delivery agents add an mbox line ("From sender date") above the mail.
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

    // Takes the outermost report that is not about the way back to us: if a bounce itself bounced, the inner report is
    // about our mail. Without a report, the text that a mail system wrote for people is read.
    List<RecipientStatus> recipients(Predicate<String> isOurs, Optional<EmailAddress> subscriber) {
        var reports = reports(isOurs)
                .map(groups -> groups.stream()
                        .filter(it -> !isOurs.test(it.finalRecipient()))
                        .toList())
                .filter(it -> !it.isEmpty())
                .findFirst();
        return reports.orElseGet(
                () -> isReceipt() || isOutOfOffice() || isLure() ? List.of() : inWords(isOurs, subscriber, false));
    }

    private Stream<List<RecipientStatus>> reports(Predicate<String> isOurs) {
        return Stream.concat(
                parts.stream()
                        .filter(MailPart::isStatus)
                        .sorted(Comparator.comparingInt(MailPart::nesting))
                        .map(it -> DeliveryStatusReport.read(it.report(), isOurs)),
                parts.stream()
                        .filter(it -> !it.isStatus() && !it.isFeedback() && !it.isReceipt())
                        .map(it -> it.isHtml() ? it.words() : it.body())
                        .filter(DeliveryStatusReport::isInText)
                        .map(it -> DeliveryStatusReport.read(it, isOurs)));
    }

    // anySender is true if the mail is proven to be a report, so that its author no longer matters.
    List<RecipientStatus> inWords(Predicate<String> isOurs, Optional<EmailAddress> subscriber, boolean anySender) {
        return parts.stream()
                .map(MailPart::nesting)
                .distinct()
                .sorted()
                .limit(DEEPEST)
                .filter(it -> anySender ? holdsReport(it) : isOfMailSystem(it, subscriber))
                .map(it -> new BounceNotice(subject(it), words(it), isOurs).read(subscriber))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    // Some systems write in a person's name; the subject must then report a failure and the mail must be attached.
    private boolean isOfMailSystem(int nesting, Optional<EmailAddress> subscriber) {
        var returned = returnsMail(nesting)
                && NoticePhrases.FAILED.matcher(subject(nesting)).find();
        return MailSystem.wrote(root(nesting), subscriber, returned);
    }

    private boolean returnsMail(int nesting) {
        return parts.stream()
                .anyMatch(it -> it.nesting() > nesting || it.isReturnedHeaders() || ReturnedText.isIn(it.words()));
    }

    // Only the level that holds the report counts, because the original mail is nested deeper.
    private boolean holdsReport(int nesting) {
        return nesting == 0 && !isReport() || parts.stream().anyMatch(it -> it.isStatus() && it.nesting() == nesting);
    }

    private HeaderFields root(int nesting) {
        return parts.stream()
                .filter(it -> it.nesting() == nesting)
                .findFirst()
                .orElse(parts.get(0))
                .headers();
    }

    private String words(int nesting) {
        var plain = words(nesting, MailPart::isText);
        return plain.isBlank() ? words(nesting, MailPart::isHtml) : plain;
    }

    private String words(int nesting, Predicate<MailPart> kind) {
        return parts.stream()
                .filter(it -> it.nesting() == nesting)
                .filter(kind)
                .map(MailPart::words)
                .collect(Collectors.joining("\n\n"));
    }

    // Phishing: an HTML page with a link and no part of our mail. A mail system returns the mail it could not deliver.
    private boolean isLure() {
        return !returnsMail(0)
                && words(0, MailPart::isText).isBlank()
                && parts.stream()
                        .anyMatch(it -> it.isHtml() && LINK.matcher(it.body()).find());
    }

    public String subject() {
        return subject(0);
    }

    private String subject(int nesting) {
        return root(nesting)
                .first("subject")
                .map(it -> DecoderUtil.decodeEncodedWords(it, DecodeMonitor.SILENT))
                .orElse("");
    }

    public String messageId() {
        return root(0).first("message-id").orElse("");
    }

    private boolean isReceipt() {
        return parts.stream().anyMatch(MailPart::isReceipt)
                || root(0).first("content-type")
                        .filter(it -> it.toLowerCase(Locale.ROOT).contains("disposition-notification"))
                        .isPresent();
    }

    boolean isReport() {
        return parts.stream().anyMatch(MailPart::isStatus);
    }

    public Optional<BounceKind> feedback() {
        return FeedbackReport.isIn(parts) ? Optional.of(FeedbackReport.kind(parts)) : Optional.empty();
    }

    public boolean isAutoReply() {
        var submitted = root(0).first("auto-submitted").orElse("no").toLowerCase(Locale.ROOT);
        return !submitted.startsWith("no") || isOutOfOffice() || isReceipt();
    }

    // These marks are unique to out-of-office replies; mail systems also call their mails automatic.
    private boolean isOutOfOffice() {
        var headers = root(0);
        return headers.all().stream().anyMatch(it -> OF_AUTO_REPLIES.contains(it.name()))
                || headers.first("precedence")
                        .filter("auto_reply"::equalsIgnoreCase)
                        .isPresent()
                || OUT_OF_OFFICE.matcher(subject()).find();
    }

    /** Returns the texts that may hold a signed reference, most reliable first: recipients, report, attached mail. */
    public List<String> traces() {
        var traces = new ArrayList<String>();
        parts.forEach(it -> traces.add(it.headers().lines()));
        parts.stream()
                .filter(it -> !it.isText() && !it.isHtml())
                .map(MailPart::body)
                .forEach(traces::add);
        parts.stream().map(MailPart::words).forEach(traces::add);
        return traces;
    }

    public String addressees() {
        return root(0).all().stream()
                .filter(it -> ADDRESSEES.contains(it.name()))
                .map(HeaderFields.Field::value)
                .collect(Collectors.joining("\n"));
    }

    // An unsubscribe mail from a mail program, as opposed to a bounce or an out-of-office reply. Mail programs may mark
    // it as automatic, too.
    public boolean isWish() {
        var headers = root(0);
        var asked = subject().strip().toLowerCase(Locale.ROOT).startsWith("unsubscribe");
        var answers = REPLY.matcher(subject()).find()
                || headers.has("in-reply-to")
                || headers.has("references")
                || headers.first("auto-submitted")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("auto-replied")
                || headers.first("return-path").filter("<>"::equals).isPresent();
        return !isOutOfOffice()
                && !isReceipt()
                && !isReport()
                && !MailSystem.wrote(headers, Optional.empty(), false)
                && (asked || !answers);
    }
}
