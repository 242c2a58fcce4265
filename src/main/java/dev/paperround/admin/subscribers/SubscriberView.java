package dev.paperround.admin.subscribers;

import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.preferences.PreferencesForm;
import dev.paperround.subscriber.preferences.PreferencesForm.FilterForm;
import java.time.Instant;
import java.util.List;

record SubscriberView(
        String email,
        SubscriberState state,
        List<FilterForm> filters,
        String frequency,
        String weekday,
        String sendAt,
        String timeZone,
        int maxPapers,
        Instant createdAt) {
    static SubscriberView of(Subscriber subscriber) {
        var form = PreferencesForm.of(subscriber.preferences());
        return new SubscriberView(
                subscriber.email,
                subscriber.state,
                form.filters(),
                form.frequency(),
                form.weekday(),
                form.sendAt(),
                form.timeZone(),
                form.maxPapers(),
                subscriber.createdAt);
    }
}
