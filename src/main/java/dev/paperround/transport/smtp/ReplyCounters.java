package dev.paperround.transport.smtp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what became of mails, by the class of the reply. */
final class ReplyCounters {
    // Looking counters up in the registry is expensive at thousands of mails per second.
    private final Map<ReplyClass, Counter> counters = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    ReplyCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(SmtpResult result) {
        // A mail that was held back was not answered.
        if (result.about() != ReplyClass.WITHHELD) {
            counters.computeIfAbsent(result.about(), this::counter).increment();
        }
    }

    private Counter counter(ReplyClass about) {
        return meters.counter("paperround.smtp.replies", "class", about.name().toLowerCase(Locale.ROOT));
    }
}
