package dev.paperround.transport.smtp;

import com.hubspot.smtp.client.Extension;
import com.hubspot.smtp.client.MessageTooLargeException;
import com.hubspot.smtp.client.SendInterceptor;
import com.hubspot.smtp.client.SmtpSession;
import com.hubspot.smtp.messages.MessageContent;
import com.hubspot.smtp.messages.MessageContentEncoding;
import com.hubspot.smtp.utils.SmtpResponses;
import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.i18n.FailureMessages;
import dev.paperround.i18n.Failures.ToldException;
import dev.paperround.i18n.Message;
import dev.paperround.mail.Envelope;
import dev.paperround.mail.MailContent;
import dev.paperround.subscriber.EmailAddress;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.smtp.SmtpRequest;
import io.netty.handler.codec.smtp.SmtpResponse;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends one mail over one session, all on the event loop. The first negative reply determines the outcome. */
final class SmtpTransaction implements SendInterceptor {
    private static final byte[] NOTHING = {'\r', '\n'};
    private static final String NO_SMTPUTF8 =
            "553 5.6.7 The relay offers no SMTPUTF8, which this address needs (not asked)";

    private final SmtpSession session;
    private final EventLoop loop;
    private final Envelope envelope;
    private final Duration replyTimeout;
    private final CompletableFuture<Boolean> mayLeave;
    private final CompletableFuture<SmtpResult> outcome = new CompletableFuture<>();
    private ScheduledFuture<?> deadline;
    private SmtpResult refusal;
    private SmtpResult last;
    private boolean bodyBegun;
    private boolean broken;

    SmtpTransaction(
            SmtpSession session,
            EventLoop loop,
            Envelope envelope,
            Duration commandTimeout,
            Duration replyTimeout,
            CompletableFuture<Boolean> mayLeave) {
        this.session = session;
        this.loop = loop;
        this.envelope = envelope;
        this.replyTimeout = replyTimeout;
        this.mayLeave = mayLeave;
        limit(commandTimeout);
    }

    CompletableFuture<SmtpResult> outcome() {
        return outcome;
    }

    boolean leavesConnectionUsable() {
        return !broken;
    }

    void begin(QuotedPrintableText message) {
        if (!EmailAddress.isAscii(envelope.to()) && !session.getEhloResponse().isSupported(Extension.SMTPUTF8)) {
            complete(SmtpResult.replied(553, NO_SMTPUTF8, SmtpPhase.RCPT, envelope));
            return;
        }
        try {
            session.send(envelope.from(), envelope.to(), new MailContent(message), this)
                    .whenComplete((replies, failure) -> {
                        if (failure == null) {
                            end();
                        } else {
                            fail(failure);
                        }
                    });
        } catch (MessageTooLargeException e) {
            complete(SmtpResult.tooLarge(Message.of(
                    FailureMessages.class,
                    say -> say.mailTooLarge(
                            session.getEhloResponse().getMaxMessageSize().orElse(0L)))));
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void end() {
        if (refusal != null) {
            complete(refusal);
        } else if (last != null && last.about() == ReplyClass.ACCEPTED && last.bodyBegun()) {
            complete(last);
        } else {
            fail(new ToldException(Message.of(FailureMessages.class, FailureMessages::repliesWithoutSense)));
        }
    }

    void fail(Throwable failure) {
        broken = true;
        complete(
                refusal != null
                        ? refusal
                        : RelayTrouble.root(failure) instanceof Withheld
                                ? SmtpResult.withheld()
                                : SmtpResult.lost(bodyBegun, failure));
    }

    private void complete(SmtpResult result) {
        if (!outcome.isDone()) {
            deadline.cancel(false);
            broken |= result.code() != null && result.code() == 421;
            outcome.complete(result);
        }
    }

    private void limit(Duration time) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        deadline = loop.schedule(
                () -> fail(new ToldException(
                        Message.of(FailureMessages.class, say -> say.noReplyWithin(time.toSeconds())))),
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletableFuture<List<SmtpResponse>> aroundRequest(
            SmtpRequest request, Supplier<CompletableFuture<List<SmtpResponse>>> next) {
        return aroundPipelinedSequence(List.of(request), next);
    }

    @Override
    public CompletableFuture<List<SmtpResponse>> aroundPipelinedSequence(
            List<SmtpRequest> requests, Supplier<CompletableFuture<List<SmtpResponse>>> next) {
        return next.get().thenApply(replies -> {
            for (var i = 0; i < replies.size(); i++) {
                judge(replies.get(i), SmtpPhase.of(requests.get(i).command()));
            }
            return replies;
        });
    }

    // The library continues after a refused recipient; an empty body then completes the exchange.
    @Override
    public CompletableFuture<List<SmtpResponse>> aroundData(Supplier<CompletableFuture<List<SmtpResponse>>> next) {
        if (refusal != null) {
            return session.send(MessageContent.of(Unpooled.wrappedBuffer(NOTHING), MessageContentEncoding.SEVEN_BIT))
                    .thenApply(reply -> reply.getResponses());
        }
        return mayLeave.thenCompose(may -> {
            if (!may || outcome.isDone()) {
                throw new Withheld();
            }
            bodyBegun = true;
            limit(replyTimeout);
            return next.get().thenApply(replies -> {
                replies.forEach(reply -> judge(reply, SmtpPhase.DOT));
                return replies;
            });
        });
    }

    private void judge(SmtpResponse reply, SmtpPhase step) {
        var code = reply.code();
        var consent = step == SmtpPhase.DATA ? code == 354 : code >= 200 && code < 300;
        last = SmtpResult.replied(code, SmtpResponses.toString(reply), step, envelope);
        if (!consent && refusal == null) {
            if (code >= 400) {
                refusal = last;
            } else {
                throw new CompletionException(new ToldException(Message.of(
                        FailureMessages.class, say -> say.relayAnswered(step, SmtpResponses.toString(reply)))));
            }
        }
    }

    private static final class Withheld extends RuntimeException {
        private static final long serialVersionUID = 1;

        Withheld() {
            super("The ledger keeps the mail back", null, false, false);
        }
    }
}
