package dev.paperround;

import dev.paperround.sending.SenderAlone;
import dev.paperround.testing.Ports;

/** Mails of 36 KB over ten connections to the same sink: ours, and the ways of others. */
final class SendingBench {
    private static final int BYTES = 36_000;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private SendingBench() {}

    static void run() throws Exception {
        var nodemailer = NodemailerPool.install();
        try (var sink = Postfix.sink(Ports.free())) {
            new Rounds(ROUNDS, "mails/s of " + BYTES + " bytes")
                    .with("smtp-source -d -s 10", () -> Postfix.source(sink.port(), 20_000, BYTES, 10))
                    .with("ours, made beforehand", () -> SenderAlone.send(sink.port(), 20_000, BYTES))
                    .with("nodemailer's pool", () -> nodemailer.send(sink.port(), 2_000))
                    .with("a loop on Quarkus Mailer", () -> QuarkusMailerLoop.send(sink.port(), 1_000))
                    .run();
        }
    }
}
