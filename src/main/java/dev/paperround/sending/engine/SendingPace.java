package dev.paperround.sending.engine;

import dev.paperround.i18n.Message;
import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.Transports;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Decides from the state of the transports whether, and how far ahead, deliveries are leased. */
@Singleton
class SendingPace {
    private static final int AHEAD = 600;

    private final Transports transports;
    private final RateLimiter rate;
    private final DeliverySettings settings;

    @Inject
    SendingPace(Transports transports, RateLimiter rate, DeliverySettings settings) {
        this.transports = transports;
        this.rate = rate;
        this.settings = settings;
    }

    boolean maySend() {
        return transports.areAvailable();
    }

    int ahead(int sends) {
        // One mail per send is enough to find out whether a transport is back.
        return transports.areProbing()
                ? sends
                : transports.ahead(Math.max(rate.ahead(AHEAD), rate.ahead(2 * settings.connections())));
    }

    Optional<Message> trouble() {
        return transports.trouble();
    }

    void probeNow() {
        transports.probeNow();
    }
}
