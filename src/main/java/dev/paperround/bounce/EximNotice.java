package dev.paperround.bounce;

import dev.paperround.transport.EnhancedStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Exim sent before it wrote reports: each address that failed on a line, and indented below it why. */
final class EximNotice {
    private static final Pattern GREETING =
            Pattern.compile("\\s*This message was created automatically by mail delivery software.*", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile(" {1,3}<?([^\\s<>]+@[^\\s<>]+?)>?:?\\s*");
    private static final Pattern REPLY = Pattern.compile("(?:^|: )\\s*([45]\\d\\d[ -].*)");

    private EximNotice() {}

    static List<RecipientStatus> read(String text) {
        if (!GREETING.matcher(text).matches()) {
            return List.of();
        }
        var notice = text.split("(?m)^------ ", 2)[0];
        var delayed = notice.contains("has not yet been delivered") || notice.contains("been delayed");
        var found = new ArrayList<RecipientStatus>();
        String address = null;
        var why = new StringBuilder();
        for (var line : (notice + "\n end@of.notice").split("\n")) {
            var next = ADDRESS.matcher(line);
            if (next.matches()) {
                if (address != null) {
                    found.add(status(address, why.toString(), delayed));
                }
                address = next.group(1);
                why.setLength(0);
            } else if (line.startsWith("    ")) {
                why.append(line.strip()).append('\n');
            }
        }
        return found;
    }

    private static RecipientStatus status(String address, String why, boolean delayed) {
        Optional<EnhancedStatus> status = why.lines()
                .map(REPLY::matcher)
                .filter(it -> it.find())
                .flatMap(it -> EnhancedStatus.ofReply(it.group(1)).stream())
                .findFirst();
        return new RecipientStatus(address, "", delayed ? "delayed" : "failed", status, why.strip());
    }
}
