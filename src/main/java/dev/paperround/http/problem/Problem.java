package dev.paperround.http.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.i18n.FormMessages;
import dev.paperround.i18n.Message;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/** Represents an error as a problem document according to RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        Integer position,
        List<FieldError> errors,
        @JsonIgnore Message said) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem(String type, String title, int status, String detail, Integer position, List<FieldError> errors) {
        this(type, title, status, detail, position, errors, Message.asIs(detail));
    }

    public static Problem of(int status, String detail) {
        return of(status, Message.asIs(detail));
    }

    public static Problem of(int status, Message said) {
        return new Problem("about:blank", titleOf(status), status, said.toString(), null, null, said);
    }

    public static Problem of(List<FieldError> errors) {
        var first = errors.get(0);
        var said = errors.size() == 1
                ? first.said()
                : Message.of(FormMessages.class, say -> say.fieldsToLookAt(errors.size()));
        return new Problem("about:blank", titleOf(400), 400, said.toString(), first.position(), errors, said);
    }

    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    public WebApplicationException exception() {
        return new Refused(this, Response.status(status).build());
    }

    public WebApplicationException exception(Duration retryAfter) {
        var seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new Refused(
                this,
                Response.status(status).header(HttpHeaders.RETRY_AFTER, seconds).build());
    }

    private static String titleOf(int status) {
        var known = Response.Status.fromStatusCode(status);
        return switch (status) {
            // RFC 9110 renamed these.
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            default -> known == null ? "Error" : known.getReasonPhrase();
        };
    }

    // Has no entity, because the framework would send it directly and skip the mapper that chooses the page.
    static final class Refused extends WebApplicationException {
        private static final long serialVersionUID = 1;

        final transient Problem problem;

        private Refused(Problem problem, Response bare) {
            super(problem.detail(), bare);
            this.problem = problem;
        }
    }
}
