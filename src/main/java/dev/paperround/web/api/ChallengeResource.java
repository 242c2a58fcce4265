package dev.paperround.web.api;

import dev.paperround.http.problem.Problem;
import dev.paperround.subscriber.signup.ProofOfWork;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/challenge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscribing")
class ChallengeResource {
    @Inject
    ProofOfWork proofs;

    @GET
    @Operation(
            summary = "An ALTCHA challenge, where proof of work is wanted",
            description = "Find the number up to maxnumber whose SHA-256 with the salt before it is the challenge, in "
                    + "hexadecimal. Base64 of the JSON object with algorithm, challenge, number, salt and signature is "
                    + "the value of altcha; good once, for 20 minutes.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProofOfWork.Challenge.class)))
    @APIResponse(responseCode = "404", description = "No proof of work is wanted here")
    public Response challenge() {
        if (!proofs.isWanted()) {
            return Problem.of(404, "No proof of work is wanted here.").response();
        }
        return Response.ok(proofs.challenge())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
