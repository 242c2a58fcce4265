package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperround.testing.ScriptedRelay;
import dev.paperround.testing.ScriptedRelay.Step;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is erased while their mail is at the relay, and whatever it answers then says nothing of them. */
@QuarkusTest
@TestProfile(ToARelay.class)
class ErasureDuringDeliveryTest extends RelayFaults {
    private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void end() {
        gate.countDown();
        sending.join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "250 2.0.0 queued for <ada@engine.example>",
                "451 4.3.0 <ada@engine.example> try later",
                "550 5.1.1 <ada@engine.example> no such mailbox",
                "550 5.7.1 <ada@engine.example> not by our policy",
                ScriptedRelay.DROP
            })
    void whatTheRelayAnswersLaterIsNotKept(String answer) {
        relay.answer(Step.DOT, ADA, answer);
        relay.answerAfter(gate, ADA);
        planned();
        sending = CompletableFuture.runAsync(house::deliver);
        await().until(() -> !relay.received(ADA).isEmpty());

        house.admin().delete("/api/admin/subscribers/" + ADA).then().statusCode(204);
        gate.countDown();
        sending.join();

        assertThat(house.count(
                        "select count(*) from delivery where erased and attempts + (smtp_code is not null)::int > 0"))
                .isEqualTo(1);
        assertThat(named("delivery")).isZero();
        assertThat(named("sender_journal")).isZero();
        assertThat(house.count("select count(*) from delivery_message")).isZero();
        house.deliver();
        assertThat(relay.received(ADA)).hasSize(1);
        assertThat(named("delivery")).isZero();
    }

    private long named(String table) {
        return house.count("select count(*) from " + table + " t where t::text ilike '%ada@engine%'");
    }

    @Test
    void theBytesOfAMailGoWithAnyEnd() {
        relay.answer(Step.DOT, ADA, "451 4.3.0 later");
        send();
        assertThat(house.count("select count(*) from delivery_message")).isEqualTo(1);
        relay.answer(Step.DOT, ADA, "550 5.7.1 not by our policy");
        for (var attempt = 0; attempt < 5; attempt++) {
            later(Duration.ofMinutes(10));
            house.sql("update send set state = paused_from, paused_from = null where state = 'PAUSED'");
        }

        assertThat(delivery(ADA)).containsEntry("state", "rejected");
        assertThat(house.count("select count(*) from delivery_message")).isZero();
    }
}
