package dev.paperround.bounce.message;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.transport.smtp.ReplyTable;
import dev.paperround.transport.smtp.SmtpPhase;
import dev.paperround.transport.smtp.SmtpReply;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the text in which a mail system tells people that a mail did not arrive, without the mail quoted below it. */
final class BounceNotice {
    private static final int LOOKED_AT = 3000;

    private final String subject;
    private final String text;
    private final Predicate<String> isOurs;

    BounceNotice(String subject, String text, Predicate<String> isOurs) {
        this.subject = subject;
        this.text = ReturnedText.above(text);
        this.isOurs = isOurs;
    }

    // Returns an empty list if the text reports no failure.
    List<RecipientStatus> read(Optional<EmailAddress> subscriber) {
        var whole = subject + "\n\n" + text;
        if (NoticePhrases.STILL_TRYING.matcher(whole).find()) {
            var cause = causes(subscriber).findFirst();
            return List.of(status(
                    subscriber, "delayed", cause, cause.map(SmtpReply::text).orElse("")));
        }
        if (NoticePhrases.ARRIVED.matcher(whole).find()) {
            return List.of(status(subscriber, "delivered", Optional.empty(), ""));
        }
        var causes = causes(subscriber).map(it -> status(subscriber, "failed", Optional.of(it), it.text()));
        var found = causes.toList();
        if (!found.isEmpty()) {
            return found;
        }
        return NoticePhrases.FAILED.matcher(whole).find()
                ? List.of(status(subscriber, "failed", Optional.empty(), firstWords()))
                : List.of();
    }

    private static RecipientStatus status(
            Optional<EmailAddress> subscriber, String action, Optional<SmtpReply> cause, String diagnostic) {
        return new RecipientStatus(subscriber.map(EmailAddress::toString).orElse(""), "", action, cause, diagnostic);
    }

    // Takes the reply next to the subscriber's address, or else all replies, of which the mildest counts.
    private Stream<SmtpReply> causes(Optional<EmailAddress> subscriber) {
        var replies = QuotedReply.in(text);
        var places = subscriber.map(this::places).orElse(List.of());
        if (replies.isEmpty()) {
            return byWords(places).stream();
        }
        var remote = replies.stream().filter(QuotedReply::isRemote).toList();
        var counting = remote.isEmpty() ? replies : remote;
        if (places.isEmpty()) {
            return counting.stream().map(this::explained);
        }
        return counting.stream()
                .min(Comparator.comparingInt(it -> distance(it.at(), places)))
                .map(this::explained)
                .stream();
    }

    // A reply without words gets its explanation from the surrounding text, if any.
    private SmtpReply explained(QuotedReply quoted) {
        var reply = quoted.asReply(Optional.empty(), isOurs);
        if (ReplyTable.find(reply).isPresent()) {
            return reply;
        }
        return Stream.of(QuotedReply.paragraph(text, quoted.at()), beginning())
                .map(it -> new SmtpReply(quoted.code(), quoted.status(), it, reply.phase(), none -> false))
                .filter(it -> ReplyTable.find(it).isPresent())
                .findFirst()
                .orElse(reply);
    }

    private Optional<SmtpReply> byWords(List<Integer> places) {
        return Stream.concat(
                        places.stream().map(it -> QuotedReply.paragraph(text, it)),
                        Stream.concat(places.stream().map(this::below), Stream.of(beginning(), subject)))
                .map(it -> new SmtpReply(null, Optional.empty(), it, SmtpPhase.UNKNOWN, none -> false))
                .filter(it -> ReplyTable.find(it).isPresent())
                .findFirst();
    }

    private String beginning() {
        return text.substring(0, Math.min(text.length(), LOOKED_AT));
    }

    private String below(int place) {
        var next = text.indexOf("\n\n", place);
        return next < 0 || next + 2 >= text.length() ? "" : QuotedReply.paragraph(text, next + 2);
    }

    // A reply comes after the address it is about, or on the same line.
    private int distance(int at, List<Integer> places) {
        return places.stream()
                .mapToInt(it ->
                        at >= it ? at - it : (it - at) * (text.substring(at, it).contains("\n") ? 10 : 2))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private List<Integer> places(EmailAddress subscriber) {
        return Pattern.compile(Pattern.quote(subscriber.toString()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .results()
                .map(MatchResult::start)
                .limit(20)
                .toList();
    }

    private String firstWords() {
        return text.isBlank() ? subject : text.strip();
    }
}
