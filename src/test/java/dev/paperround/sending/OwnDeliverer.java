package dev.paperround.sending;

import dev.paperround.sending.engine.Deliverer;
import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.RelaySettings;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.Relays;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.Map;

/** Delivers in place of the program's, under settings of a test's own; for those alone no program is started. */
final class OwnDeliverer {
    private final Deliverer deliverer = new Deliverer();
    private final Relay single;

    OwnDeliverer(Deliverer programs, Clock clock, Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "of a test", 100))
                .withMapping(RelaySettings.class)
                .withMapping(DeliverySettings.class)
                .build();
        var delivery = config.getConfigMapping(DeliverySettings.class);
        var beside = ClientProxy.unwrap(programs);
        single = new Relay(config.getConfigMapping(RelaySettings.class), delivery, clock);
        deliverer.relays = new Relays(single, delivery, clock);
        deliverer.settings = delivery;
        deliverer.rate = new RateLimiter(delivery);
        deliverer.budgets = new DomainBudgets(delivery);
        deliverer.instance = beside.instance;
        deliverer.ledger = beside.ledger;
        deliverer.heartbeat = beside.heartbeat;
        deliverer.completion = beside.completion;
        deliverer.lateDigests = beside.lateDigests;
        deliverer.writers = beside.writers;
        deliverer.sendLog = beside.sendLog;
        deliverer.commits = beside.commits;
        deliverer.retryPolicy = beside.retryPolicy;
        deliverer.metrics = beside.metrics;
        deliverer.traces = beside.traces;
        deliverer.database = beside.database;
        deliverer.heartbeats = beside.heartbeats;
    }

    void deliver() {
        deliverer.deliverDue();
    }

    void close() throws InterruptedException {
        deliverer.stop(new ShutdownEvent());
        deliverer.relays.stop();
        single.stop();
    }
}
