package dev.paperround.transport.smtp;

import java.util.Optional;
import java.util.regex.Pattern;

/** Parses an enhanced status code (RFC 3463) such as {@code 5.1.1}. */
public record EnhancedStatus(int level, int subject, int detail) {
    private static final Pattern CODE =
            Pattern.compile("\\s*([245])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\d|\\.\\d).*", Pattern.DOTALL);
    private static final Pattern REPLY = Pattern.compile(
            "\\s*([245])(\\d\\d)(?:[ -]+#?(\\d\\.\\d{1,3}\\.\\d{1,3})(?!\\d|\\.\\d))?(?!\\d).*", Pattern.DOTALL);

    public static Optional<EnhancedStatus> read(String text) {
        var match = CODE.matcher(text);
        return match.matches()
                ? Optional.of(
                        new EnhancedStatus(number(match.group(1)), number(match.group(2)), number(match.group(3))))
                : Optional.empty();
    }

    // Without an enhanced code, the basic code gives little more than the class.
    public static Optional<EnhancedStatus> ofReply(String reply) {
        var match = REPLY.matcher(reply);
        if (!match.matches()) {
            return Optional.empty();
        }
        return match.group(3) == null ? Optional.of(ofBasic(match.group(1), match.group(2))) : read(match.group(3));
    }

    private static EnhancedStatus ofBasic(String level, String rest) {
        // Among the basic codes, only x52 ("storage exceeded") has one specific meaning.
        return rest.equals("52") ? new EnhancedStatus(number(level), 2, 2) : new EnhancedStatus(number(level), 0, 0);
    }

    public boolean isGeneral() {
        return subject == 0 && detail == 0;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @Override
    public String toString() {
        return level + "." + subject + "." + detail;
    }
}
