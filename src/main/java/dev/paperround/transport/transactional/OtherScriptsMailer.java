package dev.paperround.transport.transactional;

import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.Envelope;
import dev.paperround.transport.smtp.NotAccepted;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.ReplyClass;
import dev.paperround.transport.smtp.SmtpConnection;
import dev.paperround.transport.smtp.SmtpResult;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/** Sends single mails to addresses that are not ASCII by the way of digests, as Vert.x knows no SMTPUTF8 (RFC 6531). */
@Singleton
class OtherScriptsMailer {
    private static final CompletableFuture<Boolean> AT_ONCE = CompletableFuture.completedFuture(true);

    @Inject
    Relay relay;

    Uni<Void> send(Envelope envelope, QuotedPrintableText message) {
        return Uni.createFrom()
                .completionStage(() -> relay.connection().thenCompose(it -> send(it, envelope, message)))
                .onItem()
                .transformToUni(OtherScriptsMailer::accepted);
    }

    private static CompletableFuture<SmtpResult> send(
            SmtpConnection connection, Envelope envelope, QuotedPrintableText message) {
        return connection.send(envelope, message, AT_ONCE).whenComplete((result, failure) -> connection.close());
    }

    private static Uni<Void> accepted(SmtpResult result) {
        return result.about() == ReplyClass.ACCEPTED
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new NotAccepted(result));
    }
}
