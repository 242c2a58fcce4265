package dev.paperround.http.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.i18n.LocalizedMessage;

/**
 * One thing wrong with what was sent. {@code position} is the character, from 0, where a filter's query goes wrong;
 * {@code said} is the message for those who read other languages.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        String field,
        String message,
        Integer position,
        @JsonIgnore LocalizedMessage said) {
    public FieldError(String field, LocalizedMessage said, Integer position) {
        this(field, said.toString(), position, said);
    }

    public FieldError(String field, LocalizedMessage said) {
        this(field, said, null);
    }

    public FieldError(String field, String message) {
        this(field, LocalizedMessage.asIs(message));
    }
}
