package dev.paperround.sending.report;

import dev.paperround.i18n.Message;
import dev.paperround.sending.Send;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Progress of a send: {@code planned} = pending + sent + retrying + rejected + unknown, except in a dry run. {@code
 * waitingFor} is the reason mails cannot leave, if any, and {@code secondsLeft} is null while nothing moves.
 */
public record SendProgress(
        long id,
        Send.Kind kind,
        LocalDate day,
        boolean dryRun,
        Send.State state,
        long planned,
        long skipped,
        long pending,
        long sent,
        long retrying,
        long rejected,
        long unknown,
        Instant startedAt,
        Instant finishedAt,
        double mailsPerSecond,
        Long secondsLeft,
        Message pauseReason,
        Message waitingFor) {

    public static SendProgress starting(Send send) {
        return of(send, SendCounts.NONE, Optional.empty(), null, send.startedAt);
    }

    // The installation neither plans nor sends while heldBack gives a reason; trouble describes problems with the
    // relays.
    static SendProgress of(Send send, SendCounts counts, Optional<Message> heldBack, Message trouble, Instant now) {
        var speed = send.finishedAt == null ? counts.mailsPerSecond() : average(counts.sent(), send);
        var moves = send.state == Send.State.SENDING && counts.pending() > 0;
        var waiting = moves || send.state == Send.State.SENDING && counts.retrying() > 0;
        var waits = waiting || send.state == Send.State.PLANNING;
        return new SendProgress(
                send.id,
                send.kind,
                send.day,
                send.dryRun,
                send.state,
                counts.planned() + send.dryPlanned,
                counts.skipped() + send.drySkipped,
                counts.pending(),
                counts.sent(),
                counts.retrying(),
                counts.rejected(),
                counts.unknown(),
                send.startedAt,
                send.finishedAt,
                Math.round(10 * speed) / 10.0,
                moves && speed > 0 ? (long) Math.ceil(counts.pending() / speed) : null,
                send.state == Send.State.PAUSED ? Message.readOrNull(send.pauseReason) : null,
                waits ? heldBack.orElse(waiting ? trouble : null) : null);
    }

    private static double average(long sent, Send send) {
        var seconds = Duration.between(send.startedAt, send.finishedAt).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : sent / seconds;
    }
}
