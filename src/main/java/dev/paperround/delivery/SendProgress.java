package dev.paperround.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** How far a send has come. {@code planned} = pending + sent + retrying + rejected + unknown, but for a dry run. */
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
        double mailsPerSecond) {

    public static SendProgress starting(Send send) {
        return of(send, Map.of(), send.startedAt);
    }

    /** {@code counts}: deliveries by the API's word for their state. */
    static SendProgress of(Send send, Map<String, Long> counts, Instant now) {
        var skipped = counts.getOrDefault("skipped", 0L);
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var sent = counts.getOrDefault("sent", 0L);
        return new SendProgress(
                send.id,
                send.kind,
                send.day,
                send.dryRun,
                send.state,
                all - skipped + send.dryPlanned,
                skipped + send.drySkipped,
                counts.getOrDefault("pending", 0L),
                sent,
                counts.getOrDefault("retrying", 0L),
                counts.getOrDefault("rejected", 0L),
                counts.getOrDefault("unknown", 0L),
                send.startedAt,
                send.finishedAt,
                perSecond(sent, send, now));
    }

    private static double perSecond(long sent, Send send, Instant now) {
        var end = send.finishedAt == null ? now : send.finishedAt;
        var seconds = Duration.between(send.startedAt, end).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : Math.round(10 * sent / seconds) / 10.0;
    }
}
