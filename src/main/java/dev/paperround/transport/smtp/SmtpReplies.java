package dev.paperround.transport.smtp;

import com.hubspot.smtp.client.SmtpClientResponse;
import com.hubspot.smtp.client.SmtpSession;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for replies, and for the end of the connection as well: NioSmtpClient waits on when a write meets a closed one. */
final class SmtpReplies {
    /** A reply that came just before the end is still on its way up. */
    private static final long GRACE_MILLISECONDS = 200;

    private SmtpReplies() {}

    static SmtpClientResponse await(SmtpSession session, CompletableFuture<SmtpClientResponse> reply, Duration atMost)
            throws ExecutionException, TimeoutException, InterruptedException {
        var afterTheEnd = CompletableFuture.delayedExecutor(GRACE_MILLISECONDS, TimeUnit.MILLISECONDS);
        session.getCloseFuture()
                .whenCompleteAsync(
                        (closed, failure) -> reply.completeExceptionally(new ClosedChannelException()), afterTheEnd);
        return reply.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
