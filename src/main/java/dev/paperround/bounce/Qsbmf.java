package dev.paperround.bounce;

import dev.paperround.transport.EnhancedStatus;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What qmail sends in place of a report, QSBMF: a paragraph to greet, one for each recipient, and behind a line of dashes
 * the mail. Yahoo's older notices have the same form.
 */
final class Qsbmf {
    private static final Pattern GREETING =
            Pattern.compile("\\s*(Hi\\. This is the |Message from +yahoo).*", Pattern.DOTALL);
    private static final Pattern RECIPIENT = Pattern.compile("<([^<>\\s]+)>:\\s*(.*)", Pattern.DOTALL);
    private static final Pattern REPLY = Pattern.compile("Remote host said:\\s*(\\d{3}.*)", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile(".*\\(#([245]\\.\\d{1,3}\\.\\d{1,3})\\)\\s*", Pattern.DOTALL);

    private Qsbmf() {}

    static List<RecipientStatus> read(String text) {
        if (!GREETING.matcher(text).matches()) {
            return List.of();
        }
        return Pattern.compile("\n[ \\t]*\n")
                .splitAsStream(text)
                .takeWhile(it -> !it.strip().startsWith("-"))
                .map(it -> RECIPIENT.matcher(it.strip()))
                .filter(it -> it.matches())
                .map(it -> new RecipientStatus(it.group(1), "", "failed", status(it.group(2)), it.group(2)))
                .toList();
    }

    private static Optional<EnhancedStatus> status(String paragraph) {
        var own = STATUS.matcher(paragraph);
        if (own.matches()) {
            return EnhancedStatus.read(own.group(1));
        }
        var reply = REPLY.matcher(paragraph);
        return reply.find() ? EnhancedStatus.ofReply(reply.group(1)) : Optional.empty();
    }
}
