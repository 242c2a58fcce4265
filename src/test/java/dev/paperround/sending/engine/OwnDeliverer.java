package dev.paperround.sending.engine;

import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.DigestFormat;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.RelaySettings;
import dev.paperround.transport.Transport;
import dev.paperround.transport.Transports;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.Relays;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Delivers in place of the program's, under settings of a test's own; for those alone no program is started. */
public final class OwnDeliverer {
    private final Deliverer deliverer = new Deliverer();
    private final Relay single;
    private final Relays relays;

    public OwnDeliverer(Deliverer programs, Clock clock, Map<String, String> settings) {
        this(programs, clock, settings, List.of(), List.of());
    }

    /** With other kinds of transports, beside the relays. */
    public OwnDeliverer(
            Deliverer programs,
            Clock clock,
            Map<String, String> settings,
            List<Transport> others,
            List<DigestFormat> formats) {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "of a test", 100))
                .withMapping(RelaySettings.class)
                .withMapping(DeliverySettings.class)
                .build();
        var delivery = config.getConfigMapping(DeliverySettings.class);
        var beside = ClientProxy.unwrap(programs);
        single = new Relay(config.getConfigMapping(RelaySettings.class), delivery, clock);
        relays = new Relays(single, delivery, new SimpleMeterRegistry(), clock);
        var transports = new Transports(
                Stream.concat(relays.transports().stream(), others.stream()).toList());
        var rate = new RateLimiter(delivery);
        deliverer.recorder = beside.recorder;
        deliverer.upkeep = another(beside.upkeep);
        deliverer.queue = new DeliveryQueue(transports, rate, beside.recorder);
        deliverer.fetcher = new DeliveryFetcher(
                beside.fetcher.ledger,
                new DomainBudgets(delivery),
                with(formats, beside.fetcher.renderers),
                deliverer.queue);
        deliverer.pace = new SendingPace(transports, rate, delivery);
        deliverer.heartbeats = beside.heartbeats;
    }

    private static MailRenderers with(List<DigestFormat> formats, MailRenderers programs) {
        if (formats.isEmpty()) {
            return programs;
        }
        var renderers = new MailRenderers();
        renderers.recipients = programs.recipients;
        renderers.ledger = programs.ledger;
        renderers.clock = programs.clock;
        renderers.formats =
                Stream.concat(formats.stream(), programs.formats.stream()).toList();
        return renderers;
    }

    private static LedgerUpkeep another(LedgerUpkeep programs) {
        var upkeep = new LedgerUpkeep();
        upkeep.database = programs.database;
        upkeep.ledger = programs.ledger;
        upkeep.heartbeat = programs.heartbeat;
        upkeep.sendLog = programs.sendLog;
        upkeep.completion = programs.completion;
        upkeep.lateDigests = programs.lateDigests;
        return upkeep;
    }

    public void deliver() {
        deliverer.deliverDue();
    }

    public void close() throws InterruptedException {
        deliverer.stop(new ShutdownEvent());
        relays.stop();
        single.stop();
    }
}
