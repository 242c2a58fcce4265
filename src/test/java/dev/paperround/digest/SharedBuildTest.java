package dev.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedBuildTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration NOT_AT_ALL = Duration.ofNanos(1);

    private final ExecutorService builders = Executors.newFixedThreadPool(2);
    private final AtomicLong revision = new AtomicLong(1);
    private final AtomicInteger builds = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void stop() {
        open.countDown();
        builders.shutdown();
    }

    @Test
    void manyWhoAskAtOnceShareOneBuild() throws ExecutionException, InterruptedException {
        var shared = new SharedBuild<>(builders, revision::get, this::slowly);
        var asked = new ArrayList<CompletableFuture<Integer>>();
        for (var i = 0; i < 20; i++) {
            asked.add(CompletableFuture.supplyAsync(
                    () -> shared.get(LONG, 64).orElseThrow(), task -> new Thread(task).start()));
        }
        open.countDown();
        for (var one : asked) {
            assertThat(one.get()).isEqualTo(1);
        }
        assertThat(builds).hasValue(1);
    }

    @Test
    void whoCannotWaitIsTurnedAwayAndTheBuildGoesOn() {
        var shared = new SharedBuild<>(builders, revision::get, this::slowly);
        assertThat(shared.get(NOT_AT_ALL, 64)).isEmpty();
        assertThat(shared.get(LONG, 0)).isEmpty();
        open.countDown();
        assertThat(shared.get(LONG, 64)).contains(1);
        assertThat(builds).hasValue(1);
    }

    @Test
    void theOneBeforeIsBetterThanNoneAndTheNewOneComes() {
        open.countDown();
        var shared = new SharedBuild<>(builders, revision::get, this::slowly);
        assertThat(shared.get(LONG, 64)).contains(1);
        revision.set(2);
        assertThat(shared.get(LONG, 0)).contains(1);
        assertThat(shared.get(LONG, 64)).contains(2);
        assertThat(shared.get(LONG, 64)).contains(2);
        assertThat(builds).hasValue(2);
    }

    @Test
    void aBuildThatFailsIsToldAndTriedAgain() {
        var faults = new ArrayList<>(List.of(new IllegalStateException("no database")));
        var shared = new SharedBuild<>(builders, revision::get, () -> {
            if (!faults.isEmpty()) {
                throw faults.remove(0);
            }
            return "built";
        });
        assertThatThrownBy(() -> shared.get(LONG, 64)).hasRootCauseMessage("no database");
        assertThat(shared.get(LONG, 64)).contains("built");
    }

    private int slowly() {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return builds.incrementAndGet();
    }
}
