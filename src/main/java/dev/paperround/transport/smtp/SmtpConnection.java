package dev.paperround.transport.smtp;

import com.hubspot.smtp.client.SmtpSession;
import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.Envelope;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.smtp.DefaultSmtpRequest;
import io.netty.handler.codec.smtp.SmtpCommand;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public class SmtpConnection implements AutoCloseable {
    // A reply that arrived just before the end may still be on its way through the pipeline.
    private static final long GRACE_MILLISECONDS = 200;

    private final SmtpSession session;
    private final EventLoop loop;
    private final Duration commandTimeout;
    private final Duration replyTimeout;
    private volatile boolean usable = true;
    private SmtpTransaction current;
    private long idleSince = System.nanoTime();

    SmtpConnection(SmtpSession session, EventLoop loop, Duration commandTimeout, Duration replyTimeout) {
        this.session = session;
        this.loop = loop;
        this.commandTimeout = commandTimeout;
        this.replyTimeout = replyTimeout;
        // The library keeps waiting if a write meets a closed connection.
        session.getCloseFuture()
                .whenComplete(
                        (closed, failure) -> loop.schedule(this::ended, GRACE_MILLISECONDS, TimeUnit.MILLISECONDS));
    }

    public boolean usable() {
        return usable && !session.getCloseFuture().isDone();
    }

    boolean encrypted() {
        return session.isEncrypted();
    }

    CompletableFuture<Void> closed() {
        return session.getCloseFuture();
    }

    public boolean idleFor(Duration time) {
        return System.nanoTime() - idleSince > time.toNanos();
    }

    // The body is held back until mayLeave completes; the result completes on the event loop and never exceptionally.
    public CompletableFuture<SmtpResult> send(
            Envelope envelope, QuotedPrintableText message, CompletableFuture<Boolean> mayLeave) {
        var transaction = new SmtpTransaction(session, loop, envelope, commandTimeout, replyTimeout, mayLeave);
        if (loop.inEventLoop()) {
            begin(transaction, message);
        } else {
            loop.execute(() -> begin(transaction, message));
        }
        // Finishes first, so that callers see the connection in its state after the mail.
        return transaction.outcome().whenComplete((outcome, failure) -> finish(transaction));
    }

    private void begin(SmtpTransaction transaction, QuotedPrintableText message) {
        current = transaction;
        if (!usable()) {
            transaction.fail(new ClosedChannelException());
            return;
        }
        transaction.begin(message);
    }

    private void finish(SmtpTransaction transaction) {
        if (current == transaction) {
            current = null;
        }
        idleSince = System.nanoTime();
        if (!transaction.leavesConnectionUsable()) {
            usable = false;
            session.close();
        }
    }

    private void ended() {
        usable = false;
        if (current != null) {
            current.fail(new ClosedChannelException());
        }
    }

    @Override
    public void close() {
        if (usable()) {
            usable = false;
            session.send(new DefaultSmtpRequest(SmtpCommand.QUIT)).whenComplete((reply, failure) -> session.close());
            loop.schedule(() -> session.close(), 2, TimeUnit.SECONDS);
        } else {
            session.close();
        }
    }
}
