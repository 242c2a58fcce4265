package dev.paperround.admin;

import dev.paperround.delivery.DigestPost;
import dev.paperround.delivery.Reason;
import dev.paperround.paper.Papers;
import dev.paperround.problem.FieldError;
import dev.paperround.problem.Parameter;
import dev.paperround.problem.Problem;
import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.Subscriber;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/preview")
@RolesAllowed(AdminAuthentication.ROLE)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Tag(name = "Admin: sends")
class DigestPreviewResource {
    @Inject
    DigestPost post;

    @Inject
    Papers papers;

    @Inject
    Clock clock;

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(
            summary = "The digest a subscriber would get",
            description = "As text/html, text/plain or message/rfc822, by Accept. day: today in UTC when left out.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML),
                @Content(mediaType = MediaType.TEXT_PLAIN),
                @Content(mediaType = "message/rfc822")
            })
    @APIResponse(responseCode = "404", description = "No such subscriber, or nothing to send; the detail says which")
    public String html(@QueryParam("email") String email, @QueryParam("day") String day) {
        return preview(email, day).mail().html();
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(hidden = true)
    public String text(@QueryParam("email") String email, @QueryParam("day") String day) {
        return preview(email, day).mail().text();
    }

    @GET
    @Produces("message/rfc822")
    @Operation(hidden = true)
    public byte[] message(@QueryParam("email") String email, @QueryParam("day") String day) {
        return preview(email, day).message();
    }

    private DigestPost.Preview preview(String typed, String dayText) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var day = Parameter.day("day", dayText).orElse(today);
        var email = EmailAddress.parse(typed).orElseThrow(() -> Problem.of(List.of(
                        new FieldError("email", "“" + (typed == null ? "" : typed) + "” is not an e-mail address.")))
                .exception());
        var subscriber = Subscriber.findByEmail(email)
                .orElseThrow(() -> new NotFoundException("Nobody is subscribed as " + email + "."));
        var preview = post.preview(subscriber, day);
        preview.composition().nothing().ifPresent(nothing -> {
            throw new NotFoundException("There would be no mail. " + Reason.of(nothing).sentence);
        });
        return preview;
    }
}
