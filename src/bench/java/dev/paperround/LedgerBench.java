package dev.paperround;

import dev.paperround.sending.LedgerRounds;
import dev.paperround.testing.Ports;
import java.nio.file.Files;
import org.apache.commons.io.FileUtils;

/** The ledger with no mail, first nearly empty and then after a million deliveries; durable as by default. */
final class LedgerBench {
    private static final int EACH = 60_000;
    private static final int MANY = Integer.getInteger("bench.deliveries", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int BATCH = 500;

    private LedgerBench() {}

    static void run() throws Exception {
        var directory = Files.createTempDirectory("ledger-bench");
        try (var postgres = new RestartablePostgres(directory, Ports.free());
                var ledger = new LedgerRounds(postgres.url(), "postgres")) {
            warmUp(ledger);
            rounds(ledger, "nearly empty");
            var send = ledger.plan(MANY);
            System.out.printf("%,d deliveries of one send: %,.0f a second%n", MANY, ledger.work(send, MANY, BATCH));
            rounds(ledger, "after " + MANY);
        } finally {
            FileUtils.deleteDirectory(directory.toFile());
        }
    }

    private static void warmUp(LedgerRounds ledger) throws Exception {
        ledger.work(ledger.plan(EACH), EACH, BATCH);
    }

    private static void rounds(LedgerRounds ledger, String when) throws Exception {
        new Rounds(ROUNDS, "deliveries/s, " + when)
                .with("one by one", () -> ledger.oneByOne(ledger.plan(1_000), 1_000))
                .with("lease to recorded, 2 workers, batches of " + BATCH, () -> batches(ledger, BATCH))
                .with("the same in batches of 10", () -> batches(ledger, 10))
                .run();
    }

    private static double batches(LedgerRounds ledger, int batch) throws Exception {
        var count = batch < BATCH ? EACH / 10 : EACH;
        var send = ledger.plan(count);
        var rate = ledger.work(send, count, batch);
        if (ledger.sent(send) != count) {
            throw new IllegalStateException(ledger.sent(send) + " of " + count + " were recorded.");
        }
        return rate;
    }
}
