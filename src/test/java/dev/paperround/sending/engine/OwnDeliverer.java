package dev.paperround.sending.engine;

import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.RelaySettings;
import dev.paperround.transport.Transports;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.Relays;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.Map;

/** Delivers in place of the program's, under settings of a test's own; for those alone no program is started. */
public final class OwnDeliverer {
    private final Deliverer deliverer = new Deliverer();
    private final Relay single;
    private final Relays relays;

    public OwnDeliverer(Deliverer programs, Clock clock, Map<String, String> settings) {
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
        var transports = new Transports(relays.transports());
        var rate = new RateLimiter(delivery);
        deliverer.recorder = beside.recorder;
        deliverer.upkeep = another(beside.upkeep);
        deliverer.queue = new DeliveryQueue(transports, rate, beside.recorder);
        deliverer.fetcher = new DeliveryFetcher(
                beside.fetcher.ledger, new DomainBudgets(delivery), beside.fetcher.renderers, deliverer.queue);
        deliverer.pace = new SendingPace(transports, rate, delivery);
        deliverer.heartbeats = beside.heartbeats;
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
