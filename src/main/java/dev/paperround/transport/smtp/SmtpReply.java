package dev.paperround.transport.smtp;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds a reply as received, or as quoted in a returned mail. {@code code} is null and {@code status} empty if missing;
 * {@code isOurs} recognises our sender addresses.
 */
public record SmtpReply(
        Integer code, Optional<EnhancedStatus> status, String text, SmtpPhase phase, Predicate<String> isOurs) {
    private static final Pattern START = Pattern.compile(
            "\\s*([245]\\d\\d)(?!\\d)(?:[ -]*#?([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\d|\\.\\d))?.*", Pattern.DOTALL);
    // Exchange and others embed the reply that they received in their own.
    private static final Pattern INNER =
            Pattern.compile("\\b[45]\\d\\d[ -]+#?([45]\\.\\d{1,3}\\.\\d{1,3})(?!\\d|\\.\\d)");

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\]\",;:']{1,128}@[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*");
    private static final Pattern HELP = Pattern.compile("(?i)(postmaster|abuse|support|help|admin|noc|info)[^@]*@.*");

    // Both numbers of "550 5.1.1 no such user" are optional.
    public static SmtpReply read(String text, SmtpPhase phase, Predicate<String> isOurs) {
        var start = START.matcher(text);
        if (!start.matches()) {
            return new SmtpReply(null, EnhancedStatus.read(text), text, phase, isOurs);
        }
        var own = Optional.ofNullable(start.group(2)).flatMap(EnhancedStatus::read);
        var status = own.filter(it -> it.subject() != 0).or(() -> inner(text)).or(() -> own);
        return new SmtpReply(Integer.valueOf(start.group(1)), status, text, phase, isOurs);
    }

    public SmtpReply with(EnhancedStatus known) {
        return new SmtpReply(code, Optional.of(known), text, phase, isOurs);
    }

    private static Optional<EnhancedStatus> inner(String text) {
        return INNER.matcher(text)
                .results()
                .flatMap(it -> EnhancedStatus.read(it.group(1)).stream())
                .filter(it -> it.subject() != 0)
                .reduce((first, second) -> second);
    }

    boolean isTemporary() {
        return status.map(EnhancedStatus::level).orElse(code == null ? 5 : code / 100) == 4;
    }

    boolean namesSender() {
        return addresses().anyMatch(isOurs);
    }

    boolean namesAnother() {
        return addresses().anyMatch(isOurs.negate());
    }

    private Stream<String> addresses() {
        return ADDRESS.matcher(text).results().map(MatchResult::group).filter(it -> !HELP.matcher(it)
                .matches());
    }
}
