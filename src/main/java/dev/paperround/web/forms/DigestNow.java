package dev.paperround.web.forms;

import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import dev.paperround.sending.SendRequest;
import dev.paperround.sending.Sends;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Sends a digest on request, once a day in the subscriber's time zone. */
@ApplicationScoped
public class DigestNow {
    @Inject
    Sends sends;

    @Inject
    Papers papers;

    @Inject
    Clock clock;

    public Optional<ZonedDateTime> usedAt(Subscriber subscriber) {
        return sends.startedAt(key(subscriber))
                .map(at -> at.atZone(subscriber.schedule().zone()));
    }

    /** Returns false if today's request is used up or the subscriber cannot receive mails. */
    public boolean start(Subscriber subscriber) {
        if (subscriber.state != SubscriberState.ACTIVE || usedAt(subscriber).isPresent()) {
            return false;
        }
        var address = EmailAddress.parse(subscriber.email).orElseThrow();
        // The key ensures that two simultaneous clicks start only one send.
        sends.start(
                new SendRequest(newestDay(today(subscriber)), false, Optional.of(List.of(address)), false, false),
                Optional.of(key(subscriber)));
        return true;
    }

    private String key(Subscriber subscriber) {
        return "now " + subscriber.id + " " + today(subscriber);
    }

    private LocalDate today(Subscriber subscriber) {
        return subscriber.schedule().localDate(clock.instant());
    }

    private LocalDate newestDay(LocalDate today) {
        return papers.days().stream()
                .map(DigestDay::day)
                .filter(day -> !day.isAfter(today))
                .findFirst()
                .orElse(today);
    }
}
