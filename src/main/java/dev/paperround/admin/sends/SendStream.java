package dev.paperround.admin.sends;

import dev.paperround.admin.Ids;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.http.PageLanguage;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.sending.report.SendReports;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Streams the progress of a send every second until it is finished. */
@Path("/admin/sends/{id}/progress")
@AdminPage
@SignedIn
class SendStream {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    SendReports reports;

    @Inject
    PageLanguage language;

    record Step(
            String state,
            boolean running,
            long settled,
            long planned,
            long skipped,
            long pending,
            long sent,
            long retrying,
            long rejected,
            long unknown,
            double mailsPerSecond,
            String timeLeft) {
        static Step of(SendLine line, Language language) {
            var send = line.send();
            return new Step(
                    line.state(),
                    line.running(),
                    line.settled(),
                    send.planned(),
                    send.skipped(),
                    send.pending(),
                    send.sent(),
                    send.retrying(),
                    send.rejected(),
                    send.unknown(),
                    send.mailsPerSecond(),
                    line.timeLeft().in(language));
        }
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    // The filter that sets this header on other pages does not run for streams.
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(hidden = true)
    public Multi<Step> follow(@RestPath String id) {
        var number = Ids.read(id).filter(it -> reports.find(it).isPresent()).orElseThrow(() -> Problem.of(
                        404, Message.of(SendMessages.class, say -> say.noSuchSend(id)))
                .exception());
        // The language is read now, because the steps are produced outside the request.
        var wanted = language.language();
        return Multi.createBy()
                .repeating()
                .uni(() -> step(number, wanted))
                .withDelay(PAUSE)
                .whilst(Step::running);
    }

    private Uni<Step> step(long id, Language language) {
        return Uni.createFrom()
                .item(() -> Step.of(reports.find(id).map(SendLine::new).orElseThrow(), language))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
