package dev.paperround;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.testing.InPublic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.junit.jupiter.api.Test;

/** The log as a machine reads it, in the console's own form. */
@QuarkusTest
@TestProfile(InPublic.class)
class JsonLogTest {
    private static final String ADA = "ada@log.example";

    @Inject
    House house;

    /** Keeps what the console would print. */
    private static final class Kept extends Handler {
        private final Formatter console;
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Kept(Formatter console) {
            this.console = console;
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(console.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aLineOnADeliveryCarriesItsIdAndThatOfItsSend() {
        house.empty();
        house.ingestRows("2026-11-18", rows(row("2611.99001", "Drops", "Of water.", 1)));
        house.importActive(ADA, "drops");
        var kept = new Kept(consoleFormatter());
        var deliveries = Logger.getLogger("dev.paperround.sending");
        deliveries.addHandler(kept);
        try {
            house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));
        } finally {
            deliveries.removeHandler(kept);
        }

        var delivery = house.deliveries(ADA).get(0);
        assertThat(kept.lines.stream().map(JsonObject::new).filter(it -> it.getString("message")
                        .startsWith("Delivery " + delivery.get("id") + ":")))
                .singleElement()
                .satisfies(line -> assertThat(line.getJsonObject("mdc").getMap())
                        .containsEntry("delivery", String.valueOf(delivery.get("id")))
                        .containsEntry("send", String.valueOf(delivery.get("send"))))
                .satisfies(line -> assertThat(line.getString("level")).isEqualTo("DEBUG"));
    }

    private static Formatter consoleFormatter() {
        return handlers(Logger.getLogger("").getHandlers())
                .map(Handler::getFormatter)
                .filter(JsonFormatter.class::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the console does not speak JSON"));
    }

    private static Stream<Handler> handlers(Handler[] handlers) {
        return Stream.of(handlers)
                .flatMap(it -> it instanceof ExtHandler outer
                        ? Stream.concat(Stream.of(it), handlers(outer.getHandlers()))
                        : Stream.of(it));
    }
}
