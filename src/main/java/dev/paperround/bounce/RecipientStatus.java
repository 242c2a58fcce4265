package dev.paperround.bounce;

import dev.paperround.subscription.EmailAddress;
import dev.paperround.transport.EnhancedStatus;
import dev.paperround.transport.ReplyPhase;
import dev.paperround.transport.ReplyTable;
import dev.paperround.transport.SmtpReply;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a report says of one recipient (RFC 3464 section 2.3). */
record RecipientStatus(
        String finalRecipient,
        String originalRecipient,
        String action,
        Optional<EnhancedStatus> status,
        String diagnostic) {
    private static final Pattern ENCODED = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{1,6})}");

    static RecipientStatus of(Fields fields) {
        var diagnostic = fields.first("diagnostic-code").orElse("");
        var given = fields.first("status").flatMap(EnhancedStatus::read);
        var action = fields.first("action").orElse("").toLowerCase(Locale.ROOT);
        return new RecipientStatus(
                address(fields.first("final-recipient").orElse("")),
                address(fields.first("original-recipient").orElse("")),
                action.split("[ (;]", 2)[0],
                given.filter(it -> !it.isGeneral())
                        .or(() -> replied(diagnostic).filter(it -> given.isEmpty() || !it.isGeneral()))
                        .or(() -> given),
                diagnostic);
    }

    /** Whether it says anything of what became of the mail. */
    boolean tells() {
        return !action.isEmpty() || status.isPresent();
    }

    /** {@code isOurs} knows the addresses we send from. */
    BounceKind kind(Predicate<String> isOurs) {
        return switch (action) {
            case "failed" -> failure(isOurs);
            case "delayed" -> BounceKind.DELAYED;
            case "relayed" -> BounceKind.RELAYED;
            case "expanded" -> BounceKind.EXPANDED;
            case "delivered" -> BounceKind.DELIVERED;
            // Without a word on whether that is the end of it.
            default ->
                status.map(it -> it.level() == 5
                                ? failure(isOurs)
                                : it.level() == 4 ? BounceKind.DELAYED : BounceKind.DELIVERED)
                        .orElse(BounceKind.OTHER);
        };
    }

    private BounceKind failure(Predicate<String> isOurs) {
        var reply = SmtpReply.read(diagnostic.replaceFirst("^[^;\\s]*;", ""), ReplyPhase.UNKNOWN, isOurs);
        return switch (ReplyTable.judge(status.map(reply::with).orElse(reply))) {
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

    /** Only a reply that SMTP gave has a known form; other texts hold numbers of all kinds. */
    private static Optional<EnhancedStatus> replied(String diagnostic) {
        var parts = diagnostic.split(";", 2);
        return parts.length == 2 && parts[0].strip().equalsIgnoreCase("smtp")
                ? EnhancedStatus.ofReply(parts[1])
                : Optional.empty();
    }

    /** {@code rfc822; ada@example.org} or, by RFC 6533, {@code utf-8; ad\x{E4}@example.org}. */
    private static String address(String value) {
        var address = value.substring(value.indexOf(';') + 1).strip().replaceAll("^<|>$", "");
        return ENCODED.matcher(address).replaceAll(code -> {
            var point = Integer.parseInt(code.group(1), 16);
            return Matcher.quoteReplacement(Character.isValidCodePoint(point) ? Character.toString(point) : "?");
        });
    }
}
