package dev.paperround.transport;

import dev.paperround.i18n.Message;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds every transport, grouped by the kind of message that it carries. */
@Singleton
public class Transports {
    private final List<Transport> all;
    private final Map<Class<? extends OutgoingMessage>, List<Transport>> byKind;

    @Inject
    Transports(@All List<TransportProvider> providers) {
        this(providers.stream()
                .<Transport>flatMap(it -> it.transports().stream())
                .toList());
    }

    public Transports(Collection<? extends Transport> transports) {
        all = List.copyOf(transports);
        byKind = all.stream().collect(Collectors.groupingBy(Transport::carries));
    }

    public Map<Class<? extends OutgoingMessage>, List<Transport>> byKind() {
        return byKind;
    }

    public boolean areAvailable() {
        return all.stream().anyMatch(it -> it.sessionsAllowed() > 0);
    }

    // True after trouble with every transport, until one has answered.
    public boolean areProbing() {
        return all.stream().allMatch(Transport::isProbing);
    }

    // Says why messages of a kind wait. Empty as long as one transport of each kind works.
    public Optional<Message> trouble() {
        return byKind.values().stream()
                .filter(kind -> kind.stream().allMatch(Transport::isProbing))
                .flatMap(List::stream)
                .flatMap(it -> it.trouble().stream())
                .distinct()
                .reduce(Message::and);
    }

    public void probeNow() {
        all.forEach(Transport::probeNow);
    }

    /** Returns how many messages to hold ready, {@code most} unless the rates are low. */
    public int ahead(int most) {
        var sum = all.stream().mapToLong(it -> it.rate().ahead(most)).sum();
        return (int) Math.min(most, sum);
    }
}
