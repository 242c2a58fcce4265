package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.sending.correction.ReturnedMail;
import dev.paperround.sending.correction.SubscriberEraser;
import dev.paperround.sending.correction.UnknownResolver;
import dev.paperround.sending.engine.RetryPolicy;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.sending.planning.LateDigests;
import dev.paperround.sending.planning.SendCompletion;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.testing.ToARelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to deliveries, in any order: the counts are those of the rows, and what has ended has nothing open. */
@QuarkusTest
@TestProfile(ToARelay.class)
class LedgerSequencesTest extends RelayFaults {
    private static final int STEPS = 60;
    private static final int READERS = 5;

    private static final String COUNTED = """
            select coalesce(sum(abs(rows.pending - counts.pending) + abs(rows.retrying - counts.retrying)
                   + abs(rows.sent - counts.sent) + abs(rows.rejected - counts.rejected)
                   + abs(rows.skipped - counts.skipped) + abs(rows.unknown - counts.unknown)), 0)
            from (select send_id, count(*) filter (where state in ('PLANNED', 'LEASED')) pending,
                         count(*) filter (where state = 'RETRY') retrying, count(*) filter (where state = 'SENT') sent,
                         count(*) filter (where state = 'REJECTED') rejected,
                         count(*) filter (where state = 'SKIPPED') skipped,
                         count(*) filter (where state = 'UNKNOWN') unknown from delivery group by send_id) rows
            full join (select send_id, sum(pending) pending, sum(retrying) retrying, sum(sent) sent,
                              sum(rejected) rejected, sum(skipped) skipped, sum(unknown) unknown
                       from send_count group by send_id) counts using (send_id)""";

    private static final String LEFT_BEHIND = """
            select count(*) from send s join delivery d on d.send_id = s.id
            where s.finished_at is not null and d.state in ('PLANNED', 'LEASED', 'RETRY')""";

    @Inject
    AgroalDataSource database;

    @Inject
    RetryPolicy retryPolicy;

    @Inject
    SendCompletion completion;

    @Inject
    LateDigests lateDigests;

    @Inject
    SendControl control;

    @Inject
    UnknownResolver resolver;

    @Inject
    ReturnedMail returned;

    @Inject
    SubscriberEraser eraser;

    private final List<LedgerActor> actors = new ArrayList<>();
    private Random random;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCountsAreThoseOfTheRowsAndWhatHasEndedHasNothingOpen(int seed) throws Exception {
        random = new Random(seed);
        house.setClock("2026-11-18T08:00:00Z");
        readers();
        for (var i = 0; i < 3; i++) {
            actors.add(new LedgerActor(database, house.clock(), retryPolicy, random));
        }
        try (var rounds = new LedgerConnection(database)) {
            var told = new ArrayList<String>();
            for (var step = 0; step < STEPS; step++) {
                told.add(happens(rounds));
                check(told);
            }
            for (var actor : actors) {
                actor.finish();
                check(told);
            }
            everythingEnds(told);
        } finally {
            for (var actor : actors) {
                actor.stop();
            }
            actors.clear();
        }
    }

    private String happens(LedgerConnection rounds) {
        var actor = actors.get(random.nextInt(actors.size()));
        switch (random.nextInt(20)) {
            case 0 -> planned();
            case 1 -> {
                house.sql("update subscriber set next_due_at = '" + house.now() + "' where state = 'ACTIVE'");
                house.planDue();
                return "planned what is due";
            }
            case 2, 3, 4 -> {
                actor.lookRound();
                actor.claim();
                return "claimed";
            }
            case 5, 6, 7, 8 -> {
                actor.mark();
                return "marked";
            }
            case 9, 10, 11, 12 -> {
                actor.hearOfOne();
                return "heard of one";
            }
            case 13 -> {
                actor.giveUpOne();
                return "gave one up";
            }
            case 14 -> {
                house.sql("update sender set alive_until = now() - interval '1 second' where id = '" + actor.instance.id
                        + "'");
                actors.get(random.nextInt(actors.size())).lookRound();
                return "took over";
            }
            case 15 -> {
                var action = SendControl.Action.values()[random.nextInt(SendControl.Action.values().length)];
                any("select id from send").ifPresent(it -> control.change(it, action));
                return "an operator's " + action;
            }
            case 16 -> {
                var as = UnknownResolver.As.values()[random.nextInt(UnknownResolver.As.values().length)];
                any("select id from delivery where state = 'UNKNOWN'").ifPresent(it -> resolver.settle(it, as));
                return "settled as " + as;
            }
            case 17 -> {
                any("select id from delivery where state in ('SENT', 'UNKNOWN')")
                        .ifPresent(this::cameBack);
                return "came back";
            }
            case 18 -> {
                later(rounds, Duration.ofMinutes(random.nextInt(200)));
                return "time passed";
            }
            default -> {
                if (random.nextInt(3) == 0) {
                    eraser.erase(
                            EmailAddress.parse(address(random.nextInt(READERS))).orElseThrow());
                    readers();
                }
                return "erased";
            }
        }
        return "planned by hand";
    }

    private void cameBack(long delivery) {
        QuarkusTransaction.requiringNew().run(() -> returned.find(delivery).ifPresent(it -> {
            if (random.nextBoolean()) {
                returned.failed(it);
            } else {
                returned.taken(it);
            }
        }));
    }

    private void later(LedgerConnection rounds, Duration time) {
        house.clock().set(house.now().plus(time));
        completion.endThoseDone(rounds);
        completion.skipCancelled(rounds);
        lateDigests.skipSome(rounds);
        completion.endThoseDone(rounds);
    }

    private void check(List<String> told) throws InterruptedException {
        for (var actor : actors) {
            actor.settle();
        }
        assertThat(house.count(COUNTED)).as("miscounted after %s", told).isZero();
        assertThat(house.count(LEFT_BEHIND)).as("left behind after %s", told).isZero();
    }

    private void everythingEnds(List<String> told) throws InterruptedException {
        house.sql("update sender set alive_until = now() - interval '1 second'");
        house.sql("update send set state = paused_from, paused_from = null where state = 'PAUSED'");
        house.planSends();
        house.deliver();
        house.clock().set(house.now().plus(Duration.ofDays(4)));
        house.deliver();
        house.deliver();
        check(told);
        assertThat(house.count("select count(*) from send where finished_at is null"))
                .as("without an end after %s", told)
                .isZero();
        assertThat(house.count("select count(*) from delivery where state in ('PLANNED', 'LEASED', 'RETRY')"))
                .isZero();
    }

    private Optional<Long> any(String select) {
        var ids = house.count("select count(*) from (" + select + ") ids");
        return ids == 0
                ? Optional.empty()
                : Optional.of(house.count(select + " order by id offset " + random.nextInt((int) ids) + " limit 1"));
    }

    private void readers() {
        house.importList(IntStream.range(0, READERS)
                        .mapToObj(it -> address(it) + ",moss,,,\n")
                        .collect(Collectors.joining("", "email,queries,frequency,time_zone,send_at\n", "")))
                .statusCode(200);
    }

    private static String address(int number) {
        return "reader" + number + "@sequence.example";
    }
}
