package dev.paperround.delivery;

import org.jboss.logging.MDC;

/** Fields that a line of the log carries beside its words, where it is JSON. */
final class LogFields {
    private LogFields() {}

    static void of(Claimed delivery, Runnable log) {
        MDC.put("delivery", delivery.id());
        try {
            of(delivery.send(), log);
        } finally {
            MDC.remove("delivery");
        }
    }

    static void of(long send, Runnable log) {
        MDC.put("send", send);
        try {
            log.run();
        } finally {
            MDC.remove("send");
        }
    }
}
