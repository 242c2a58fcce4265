package dev.paperround.transport.smtp;

import com.hubspot.smtp.client.SmtpClientResponse;
import com.hubspot.smtp.client.SmtpSession;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for a reply or the end of the connection, because NioSmtpClient waits forever if a write meets a closed one.
 */
final class SmtpReplies {
    // A reply that arrived just before the end may still be on its way through the pipeline.
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
