package dev.paperround.bounce;

import java.util.Optional;
import java.util.regex.Pattern;

/** An enhanced status code (RFC 3463), {@code 5.1.1}. */
record Status(int level, int subject, int detail) {
    private static final Pattern CODE =
            Pattern.compile("\\s*([245])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\d|\\.\\d).*", Pattern.DOTALL);
    private static final Pattern REPLY = Pattern.compile(
            "\\s*([245])(\\d\\d)(?:[ -]+#?(\\d\\.\\d{1,3}\\.\\d{1,3})(?!\\d|\\.\\d))?(?!\\d).*", Pattern.DOTALL);

    static Optional<Status> read(String text) {
        var match = CODE.matcher(text);
        return match.matches()
                ? Optional.of(new Status(number(match.group(1)), number(match.group(2)), number(match.group(3))))
                : Optional.empty();
    }

    /** Of an SMTP reply, {@code 550 5.1.1 no such user}; one without an enhanced code says little. */
    static Optional<Status> ofReply(String reply) {
        var match = REPLY.matcher(reply);
        if (!match.matches()) {
            return Optional.empty();
        }
        return match.group(3) == null ? Optional.of(ofBasic(match.group(1), match.group(2))) : read(match.group(3));
    }

    private static Status ofBasic(String level, String rest) {
        // Of the basic codes only "storage exceeded" is about one thing.
        return rest.equals("52") ? new Status(number(level), 2, 2) : new Status(number(level), 0, 0);
    }

    boolean isGeneral() {
        return subject == 0 && detail == 0;
    }

    /** What a final failure with this code means. */
    BounceKind failure() {
        if (level != 5) {
            return subject == 7 ? BounceKind.POLICY : BounceKind.SOFT;
        }
        return switch (subject) {
            case 1 -> address();
            case 2 -> mailbox();
            case 3 -> detail == 4 ? BounceKind.POLICY : BounceKind.SOFT;
            // No route, and Exchange Online's word for a domain that does not exist.
            case 4 -> detail == 4 || detail == 310 ? BounceKind.HARD : BounceKind.SOFT;
            // Outlook.com says 5.5.0 for a mailbox it does not have, others for much else.
            case 5 -> detail == 0 ? BounceKind.SOFT : BounceKind.POLICY;
            case 6, 7 -> BounceKind.POLICY;
            default -> BounceKind.SOFT;
        };
    }

    /** 5.1.5 says that the address is right; 5.1.7 and 5.1.8 are about the sender's, others about neither. */
    private BounceKind address() {
        return switch (detail) {
            case 0, 1, 2, 3, 4, 6, 10 -> BounceKind.HARD;
            case 5 -> BounceKind.SOFT;
            default -> BounceKind.POLICY;
        };
    }

    private BounceKind mailbox() {
        return switch (detail) {
            case 1 -> BounceKind.HARD;
            case 3 -> BounceKind.POLICY;
            default -> BounceKind.SOFT;
        };
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @Override
    public String toString() {
        return level + "." + subject + "." + detail;
    }
}
