package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.health.DutyHeartbeats;
import dev.paperround.i18n.Message;
import dev.paperround.mail.Envelope;
import dev.paperround.sending.engine.Dispatcher;
import dev.paperround.sending.engine.RenderedMail;
import dev.paperround.sending.engine.RenderedMails;
import dev.paperround.sending.ledger.DeliveryResult;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.sending.ledger.ResultQuarantine;
import dev.paperround.sending.ledger.SendLog;
import dev.paperround.sending.ledger.SendLogWriter;
import dev.paperround.sending.ledger.WriteRetry;
import dev.paperround.testing.ScriptedRelay;
import dev.paperround.testing.TestClock;
import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.RelaySettings;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportResult.Verdict;
import dev.paperround.transport.smtp.OutgoingMail;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.Relays;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is thrown where nothing should be: connections, deliveries and threads are not lost to it. */
class ResourceLeakTest {
    private static final int MAILS = 3;

    private final TestClock clock = new TestClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DutyHeartbeats heartbeats = new DutyHeartbeats(clock, meters);
    private ScriptedRelay server;
    private Relay relay;
    private DeliverySettings delivery;

    @BeforeEach
    void openARelayOfOneConnection() {
        server = new ScriptedRelay(0);
        var settings = Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(server.port()),
                "quarkus.mailer.start-tls", "DISABLED",
                "paperround.delivery.connections", "1",
                "paperround.delivery.reply-timeout", "10s");
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "of a test", 100))
                .withMapping(RelaySettings.class)
                .withMapping(DeliverySettings.class)
                .build();
        delivery = config.getConfigMapping(DeliverySettings.class);
        relay = new Relay(config.getConfigMapping(RelaySettings.class), delivery, clock);
    }

    @AfterEach
    void close() throws IOException {
        relay.stop();
        server.close();
    }

    private static LeasedDelivery delivery(long id) {
        return new LeasedDelivery(
                id,
                LocalDate.EPOCH,
                1,
                LocalDate.EPOCH,
                id,
                List.of(),
                0,
                0,
                0,
                Instant.EPOCH,
                Optional.empty(),
                null,
                Optional.empty(),
                Optional.empty(),
                "x/1");
    }

    private static RenderedMail ready(int id) {
        var sender = "digest@round.example";
        return new RenderedMail(
                delivery(id), new OutgoingMail(new Envelope(sender, id + "@leak.example", sender), mail(id)));
    }

    private static QuotedPrintableText mail(int id) {
        var text = "Message-ID: <" + id + "@round.example>\r\n\r\nHello.\r\n";
        return QuotedPrintableText.ofBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The outcomes, in the order of the mails. */
    private List<TransportResult> outcomesOf(
            Function<LeasedDelivery, CompletableFuture<Boolean>> mark, boolean hearerThrows)
            throws InterruptedException {
        var ready = new RenderedMails();
        var outcomes = new LinkedBlockingQueue<TransportResult>();
        var hearer = new Dispatcher.Hearer() {
            @Override
            public void result(RenderedMail mail, TransportResult outcome) {
                outcomes.add(outcome);
                if (hearerThrows) {
                    throw new IllegalStateException("nobody expects this");
                }
            }

            @Override
            public void reopen(RenderedMail mail, TransportResult outcome) {
                throw new AssertionError("Nothing was refused.");
            }

            @Override
            public void unreachable(Message trouble) {
                throw new AssertionError(trouble);
            }
        };
        var transport = new Relays(relay, delivery, meters, clock).transports().get(0);
        var carrier = new Dispatcher(transport, RateLimiter.UNLIMITED, ready, mark, hearer);
        for (var id = 1; id <= MAILS; id++) {
            ready.add(ready(id));
        }
        carrier.wake();
        var heard = new ArrayList<TransportResult>();
        for (var id = 1; id <= MAILS; id++) {
            var outcome = outcomes.poll(20, TimeUnit.SECONDS);
            assertThat(outcome).as("mail %s", id).isNotNull();
            heard.add(outcome);
        }
        return heard;
    }

    @Test
    void aListenerThatThrowsCostsNoConnection() throws InterruptedException {
        assertThat(outcomesOf(any -> CompletableFuture.completedFuture(true), true))
                .extracting(TransportResult::verdict)
                .containsOnly(Verdict.ACCEPTED);
        assertThat(server.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void aMarkThatFailsCostsNoConnectionAndItsMailDidNotLeave() throws InterruptedException {
        var outcomes = outcomesOf(
                it -> it.id() == 1
                        ? CompletableFuture.failedFuture(new IllegalStateException("no journal"))
                        : CompletableFuture.completedFuture(true),
                false);

        assertThat(outcomes)
                .extracting(TransportResult::verdict)
                .containsExactly(Verdict.UNAVAILABLE, Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertThat(server.received("1@leak.example")).isEmpty();
    }

    @Test
    void aMarkThatThrowsCostsNoConnection() throws InterruptedException {
        var outcomes = outcomesOf(
                it -> {
                    if (it.id() == 1) {
                        throw new IllegalStateException("no thread");
                    }
                    return CompletableFuture.completedFuture(true);
                },
                false);

        assertThat(outcomes)
                .extracting(TransportResult::verdict)
                .containsExactly(Verdict.UNAVAILABLE, Verdict.ACCEPTED, Verdict.ACCEPTED);
    }

    @Test
    void theLedgersWriterOutlivesAnErrorAndWritesWhatItHadInHand() throws Exception {
        var tries = new AtomicInteger();
        var sendLog = new SendLog() {
            @Override
            public Optional<Set<Long>> write(
                    LedgerConnection connection,
                    long seq,
                    Collection<Long> inFlight,
                    List<DeliveryResult> accepted,
                    List<LeasedDelivery> marks) {
                if (tries.getAndIncrement() < 2) {
                    throw new NoClassDefFoundError("as after an upgrade of the files");
                }
                return Optional.of(Set.of(7L));
            }
        };
        var commits = new SendLogWriter(
                null, sendLog, null, null, new Instance(), new WriteRetry(new ResultQuarantine(meters), heartbeats));

        assertThat(commits.mark(delivery(7)).get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(tries).hasValue(3);
        commits.stop();
    }

    @Test
    void theLedgersWriterIsNotEndedByAStrangersInterrupt() throws Exception {
        var entered = new CountDownLatch(1);
        var writer = new Thread[1];
        var sendLog = new SendLog() {
            @Override
            public Optional<Set<Long>> write(
                    LedgerConnection connection,
                    long seq,
                    Collection<Long> inFlight,
                    List<DeliveryResult> accepted,
                    List<LeasedDelivery> marks) {
                writer[0] = Thread.currentThread();
                entered.countDown();
                return Optional.of(Set.of(marks.get(0).id()));
            }
        };
        var commits = new SendLogWriter(
                null, sendLog, null, null, new Instance(), new WriteRetry(new ResultQuarantine(meters), heartbeats));
        assertThat(commits.mark(delivery(1)).get(20, TimeUnit.SECONDS)).isTrue();
        entered.await();

        writer[0].interrupt();

        assertThat(commits.mark(delivery(2)).get(20, TimeUnit.SECONDS)).isTrue();
        commits.stop();
    }
}
