package dev.paperround.bounce.message;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.transport.smtp.EnhancedStatus;
import dev.paperround.transport.smtp.ReplyTable;
import dev.paperround.transport.smtp.ReplyVerdict;
import dev.paperround.transport.smtp.SmtpPhase;
import dev.paperround.transport.smtp.SmtpReply;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the status of one recipient from a report (RFC 3464 section 2.3), or from a text in its place. */
record RecipientStatus(
        String finalRecipient, String originalRecipient, String action, Optional<SmtpReply> cause, String diagnostic) {
    private static final Pattern ENCODED = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{1,6})}");
    private static final Pattern OF_FAILURES =
            Pattern.compile("fail|expir|bounc|reject|error|undeliver|abort|refus|perm");
    private static final Pattern OF_DELAYS = Pattern.compile("delay|defer|retr|trans|temp|queue|wait");
    // Sendmail and others use 5.1.x for anything that was refused at RCPT.
    private static final int ADDRESS = 1;

    static RecipientStatus of(HeaderFields fields, Predicate<String> isOurs) {
        var diagnostic = fields.first("diagnostic-code").orElse("");
        var given = fields.first("status").flatMap(EnhancedStatus::read);
        var action = fields.first("action").orElse("").toLowerCase(Locale.ROOT);
        return new RecipientStatus(
                address(fields.first("final-recipient").orElse("")),
                address(fields.first("original-recipient").orElse("")),
                action(action),
                cause(given, diagnostic, isOurs),
                diagnostic);
    }

    // Maps nonstandard actions to the five standard ones, which they resemble.
    private static String action(String given) {
        var word = given.split("[ (;]", 2)[0];
        return OF_FAILURES.matcher(word).lookingAt()
                ? "failed"
                : OF_DELAYS.matcher(word).lookingAt() ? "delayed" : word;
    }

    // The remote system's own words count for more than the code of the reporting system.
    private static Optional<SmtpReply> cause(
            Optional<EnhancedStatus> given, String diagnostic, Predicate<String> isOurs) {
        var quoted = QuotedReply.in(diagnostic.substring(diagnostic.indexOf(';') + 1)).stream()
                .findFirst();
        if (quoted.isEmpty()) {
            return given.isEmpty() && diagnostic.isBlank()
                    ? Optional.empty()
                    : Optional.of(new SmtpReply(null, given, diagnostic, SmtpPhase.UNKNOWN, isOurs));
        }
        var reply = quoted.get();
        var specific = reply.status().filter(it -> !it.isGeneral());
        if (specific.isPresent() || given.isEmpty() || given.get().isGeneral()) {
            return Optional.of(reply.asReply(given, isOurs));
        }
        var byItsWords = new QuotedReply(reply.at(), reply.code(), Optional.empty(), reply.text(), true)
                .asReply(Optional.empty(), isOurs);
        return given.get().subject() == ADDRESS && ReplyTable.find(byItsWords).isPresent()
                ? Optional.of(byItsWords)
                : Optional.of(new SmtpReply(reply.code(), given, reply.text(), byItsWords.phase(), isOurs));
    }

    boolean tells() {
        return !action.isEmpty() || status().isPresent();
    }

    Optional<EnhancedStatus> status() {
        return cause.flatMap(SmtpReply::status);
    }

    BounceKind kind() {
        return switch (action) {
            case "failed" -> failure();
            case "delayed" -> BounceKind.DELAYED;
            case "relayed" -> BounceKind.RELAYED;
            case "expanded" -> BounceKind.EXPANDED;
            case "delivered" -> BounceKind.DELIVERED;
            // Without an action, the class of the status code decides.
            default ->
                status().map(it -> it.level() == 5
                                ? failure()
                                : it.level() == 4 ? BounceKind.DELAYED : BounceKind.DELIVERED)
                        .orElse(BounceKind.OTHER);
        };
    }

    private BounceKind failure() {
        return verdict().map(RecipientStatus::kind).orElse(BounceKind.SOFT);
    }

    // Returns empty if the delivery failed without a reason.
    Optional<ReplyVerdict> verdict() {
        return cause.flatMap(ReplyTable::find);
    }

    private static BounceKind kind(ReplyVerdict verdict) {
        return switch (verdict) {
            case HARD -> BounceKind.HARD;
            case SOFT -> BounceKind.SOFT;
            case POLICY_RECIPIENT, POLICY_SENDER -> BounceKind.POLICY;
        };
    }

    boolean isFor(EmailAddress email) {
        return is(finalRecipient, email) || is(originalRecipient, email);
    }

    private static boolean is(String address, EmailAddress email) {
        return EmailAddress.parse(address)
                .filter(it -> it.key().equals(email.key()))
                .isPresent();
    }

    // The form is "rfc822; ada@example.org" or, by RFC 6533, "utf-8; ad\x{E4}@example.org".
    private static String address(String value) {
        var address = value.substring(value.indexOf(';') + 1).strip().replaceAll("^<|>$", "");
        return ENCODED.matcher(address).replaceAll(code -> {
            var point = Integer.parseInt(code.group(1), 16);
            return Matcher.quoteReplacement(Character.isValidCodePoint(point) ? Character.toString(point) : "?");
        });
    }
}
