package dev.paperround.delivery;

import com.hubspot.smtp.client.SendInterceptor;
import com.hubspot.smtp.client.SmtpSession;
import com.hubspot.smtp.messages.MessageContent;
import com.hubspot.smtp.messages.MessageContentEncoding;
import com.hubspot.smtp.utils.SmtpResponses;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.smtp.DefaultSmtpRequest;
import io.netty.handler.codec.smtp.SmtpCommand;
import io.netty.handler.codec.smtp.SmtpRequest;
import io.netty.handler.codec.smtp.SmtpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One SMTP session; one mail at a time. */
class RelayConnection implements AutoCloseable {
    private final SmtpSession session;
    private final Duration replyTimeout;
    private boolean usable = true;

    RelayConnection(SmtpSession session, Duration replyTimeout) {
        this.session = session;
        this.replyTimeout = replyTimeout;
    }

    boolean usable() {
        return usable && !session.getCloseFuture().isDone();
    }

    Outcome send(String from, String to, byte[] message) {
        var phase = new Phase();
        var content = MessageContent.of(Unpooled.wrappedBuffer(message), MessageContentEncoding.SEVEN_BIT);
        try {
            var replies = SmtpReplies.await(
                            session, session.send(from, to, content, phase), replyTimeout.plusSeconds(1))
                    .getResponses();
            // The library goes on after a refused recipient, so the first refusal is the reason and not the last reply.
            var telling =
                    replies.stream().filter(SmtpResponses::isError).findFirst().orElse(replies.get(replies.size() - 1));
            usable = telling.code() != 421;
            return Outcome.replied(telling.code(), SmtpResponses.toString(telling));
        } catch (ExecutionException e) {
            return lost(phase, e.getCause());
        } catch (TimeoutException e) {
            return lost(phase, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lost(phase, e);
        }
    }

    /** After a time-out the exchange is still open: the session must not be used again. */
    private Outcome lost(Phase phase, Throwable cause) {
        usable = false;
        session.close();
        return Outcome.lost(phase.bodyBegun, cause);
    }

    @Override
    public void close() {
        if (usable()) {
            session.send(new DefaultSmtpRequest(SmtpCommand.QUIT)).whenComplete((reply, failure) -> session.close());
        } else {
            session.close();
        }
    }

    private static final class Phase implements SendInterceptor {
        volatile boolean bodyBegun;

        @Override
        public CompletableFuture<List<SmtpResponse>> aroundRequest(
                SmtpRequest request, Supplier<CompletableFuture<List<SmtpResponse>>> next) {
            return next.get();
        }

        @Override
        public CompletableFuture<List<SmtpResponse>> aroundPipelinedSequence(
                List<SmtpRequest> requests, Supplier<CompletableFuture<List<SmtpResponse>>> next) {
            return next.get();
        }

        @Override
        public CompletableFuture<List<SmtpResponse>> aroundData(Supplier<CompletableFuture<List<SmtpResponse>>> next) {
            bodyBegun = true;
            return next.get();
        }
    }
}
