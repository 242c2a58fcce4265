package dev.paperround.sending;

import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.Envelope;
import dev.paperround.testing.PlainDelivery;
import dev.paperround.testing.PlainRelay;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.ReplyClass;
import dev.paperround.transport.smtp.SmtpConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Mails made beforehand over the connections that digests go out by, with no ledger and no rendering. */
public final class SenderAlone {
    private static final Envelope ENVELOPE =
            new Envelope("digest@bench.example", "reader@bench.example", "digest@bench.example");

    private static final int CONNECTIONS = 10;
    private static final CompletableFuture<Boolean> AT_ONCE = CompletableFuture.completedFuture(true);

    private final AtomicInteger left;
    private final CountDownLatch taken;
    private final QuotedPrintableText mail;

    private SenderAlone(int mails, QuotedPrintableText mail) {
        this.left = new AtomicInteger(mails);
        this.taken = new CountDownLatch(mails);
        this.mail = mail;
    }

    /** Mails a second. */
    public static double send(int port, int mails, int bytes) throws Exception {
        var relay = new Relay(
                new PlainRelay(port), new PlainDelivery(CONNECTIONS, Duration.ofMinutes(1)), Clock.systemUTC());
        try {
            var connections = new ArrayList<SmtpConnection>();
            for (var i = 0; i < CONNECTIONS; i++) {
                connections.add(relay.connect());
            }
            var sender = new SenderAlone(mails, mail(bytes));
            var begun = System.nanoTime();
            connections.forEach(sender::next);
            sender.taken.await();
            return mails / ((System.nanoTime() - begun) / 1e9);
        } finally {
            relay.stop();
        }
    }

    private static QuotedPrintableText mail(int bytes) {
        var line = "A line of a mail that was made beforehand, as long as most of them are.\r\n";
        var head = "Message-ID: <one@bench.example>\r\nSubject: 20 papers for today\r\n\r\n";
        var whole = head + line.repeat((bytes - head.length()) / line.length());
        return QuotedPrintableText.ofBytes(whole.getBytes(StandardCharsets.US_ASCII));
    }

    private void next(SmtpConnection connection) {
        if (left.decrementAndGet() < 0) {
            return;
        }
        connection.send(ENVELOPE, mail, AT_ONCE).whenComplete((outcome, failure) -> {
            if (failure != null || outcome.about() != ReplyClass.ACCEPTED) {
                throw new IllegalStateException("The sink takes every mail, but said " + outcome, failure);
            }
            taken.countDown();
            next(connection);
        });
    }
}
