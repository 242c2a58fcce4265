package dev.paperround.http.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.i18n.Message;

/**
 * Describes one invalid field. {@code position} is the zero-based index of a query's error; {@code said} is its message
 * in translatable form.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        String field,
        String message,
        Integer position,
        @JsonIgnore Message said) {
    public FieldError(String field, Message said, Integer position) {
        this(field, said.toString(), position, said);
    }

    public FieldError(String field, Message said) {
        this(field, said, null);
    }

    public FieldError(String field, String message) {
        this(field, Message.asIs(message));
    }
}
