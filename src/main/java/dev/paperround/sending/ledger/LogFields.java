package dev.paperround.sending.ledger;

import org.jboss.logging.MDC;

public final class LogFields {
    private LogFields() {}

    public static void of(LeasedDelivery delivery, Runnable log) {
        MDC.put("delivery", delivery.id());
        try {
            of(delivery.send(), log);
        } finally {
            MDC.remove("delivery");
        }
    }

    public static void of(long send, Runnable log) {
        MDC.put("send", send);
        try {
            log.run();
        } finally {
            MDC.remove("send");
        }
    }
}
