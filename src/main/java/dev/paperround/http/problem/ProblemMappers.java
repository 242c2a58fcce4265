package dev.paperround.http.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.paperround.health.FatalErrors;
import dev.paperround.http.StrictJson;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.FormMessages;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps all failures to problem documents for programs and error pages for people. */
class ProblemMappers {
    @Inject
    ProblemPage page;

    @ServerExceptionMapper
    Response refused(WebApplicationException e, HttpHeaders headers) {
        var response = e.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        if (e instanceof Problem.Refused refused) {
            return page.orProblem(refused.problem, headers, response);
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, headers);
        }
        return page.orProblem(Problem.of(response.getStatus(), detail(e)), headers, response);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e, HttpHeaders headers) {
        if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
            return page.orProblem(
                    Problem.of(
                            400,
                            "The body is nested more than " + StrictJson.DEEPEST
                                    + " levels deep, or a number or name in it is far too long."),
                    headers);
        }
        var field = e instanceof JsonMappingException mapping ? path(mapping) : "";
        if (e instanceof JsonParseException || field.isEmpty()) {
            var at = e.getLocation();
            var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            return page.orProblem(
                    Problem.of(400, "The body is not the JSON object expected here" + where + "."), headers);
        }
        return page.orProblem(
                Problem.of(List.of(
                        new FieldError(field, "This value has the wrong form; see /q/openapi for the right one."))),
                headers);
    }

    // Replaces the framework's own response, which is not a problem document.
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, HttpHeaders headers) {
        return unreadable(e, headers);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, HttpHeaders headers) {
        var errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .toList();
        return page.orProblem(Problem.of(errors), headers);
    }

    @ServerExceptionMapper
    Response notAuthenticated(AuthenticationFailedException e, HttpHeaders headers) {
        if (e.getCause() instanceof ProviderAway) {
            return unchecked(headers);
        }
        return e.getCause() instanceof TooManyAttempts tooMany ? heldBack(tooMany, headers) : unknownCaller(headers);
    }

    private Response unchecked(HttpHeaders headers) {
        var wait = Response.status(503)
                .header(HttpHeaders.RETRY_AFTER, ProviderAway.RETRY_SECONDS)
                .build();
        return page.orProblem(
                Problem.of(503, "The OpenID provider could not be reached. Try again in a minute."), headers, wait);
    }

    private Response heldBack(TooManyAttempts e, HttpHeaders headers) {
        var wait = Response.status(429)
                .header(HttpHeaders.RETRY_AFTER, e.seconds())
                .build();
        return page.orProblem(
                Problem.of(429, Message.of(AdminMessages.class, say -> say.tooManyTokens(e.seconds()))), headers, wait);
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    Response unknownCaller(HttpHeaders headers) {
        var problem = Problem.of(401, "Send a valid token in the header “Authorization: Bearer …”.");
        var response = page.orProblem(problem, headers);
        return Response.fromResponse(response)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers, ResourceInfo resource) {
        var scope = scope(resource.getResourceMethod());
        return page.orProblem(
                Problem.of(403, "This token does not reach so far: this needs one with the scope " + scope + "."),
                headers);
    }

    private static String scope(Method asked) {
        var onMethod = asked.getAnnotation(RolesAllowed.class);
        var named = onMethod == null ? asked.getDeclaringClass().getAnnotation(RolesAllowed.class) : onMethod;
        return named == null ? "manage" : named.value()[0];
    }

    @ServerExceptionMapper
    Response failed(Throwable e, HttpHeaders headers) {
        FatalErrors.endProgramAfter(e);
        if (hungUp(e)) {
            // The client has disconnected, which is not a server error.
            Log.debugf("The connection ended before the request did: %s", e.getMessage());
            return Response.status(408).build();
        }
        if (tooManyFields(e)) {
            return page.orProblem(
                    Problem.of(413, Message.of(ProblemMessages.class, say -> say.formTooLong(4_000, 50))), headers);
        }
        var reference = UUID.randomUUID().toString().substring(0, 8);
        Log.errorf(e, "Request failed, reference %s", reference);
        return page.orProblem(
                Problem.of(500, Message.of(ProblemMessages.class, say -> say.ourFault(reference))), headers);
    }

    private static boolean hungUp(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(5)
                .anyMatch(HttpClosedException.class::isInstance);
    }

    // The framework has no specific exception for this.
    private static boolean tooManyFields(Throwable e) {
        return e.getMessage() != null && e.getMessage().matches("Param limit of \\d+ was exceeded");
    }

    private static Message detail(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 404 ->
                ours(e) ? Message.asIs(e.getMessage()) : Message.of(ProblemMessages.class, say -> say.nothingHere());
            case 405 -> Message.of(ProblemMessages.class, say -> say.wrongMethod());
            case 406 -> Message.of(ProblemMessages.class, say -> say.wrongAnswerType());
            case 415 -> Message.of(ProblemMessages.class, say -> say.wrongContentType());
            case 429 -> Message.of(FormMessages.class, say -> say.tooMuchAsked());
            default -> Message.asIs(e.getMessage());
        };
    }

    // Recognizes generic framework messages such as "HTTP 404 Not Found".
    private static boolean ours(WebApplicationException e) {
        return e.getMessage() != null && !e.getMessage().matches("(HTTP |Unable to find matching ).*");
    }

    private static String path(JsonMappingException e) {
        var path = new ArrayList<String>();
        for (var reference : e.getPath()) {
            path.add(
                    reference.getFieldName() != null
                            ? "." + reference.getFieldName()
                            : "[" + reference.getIndex() + "]");
        }
        return path.stream().collect(Collectors.joining()).replaceFirst("^\\.", "");
    }

    // Turns "create.request.email" into "email".
    private static String field(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Object::toString)
                .toList();
        return String.join(".", nodes.subList(Math.min(nodes.size() - 1, nodes.size() > 2 ? 2 : 1), nodes.size()));
    }
}
