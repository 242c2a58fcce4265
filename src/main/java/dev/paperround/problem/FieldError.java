package dev.paperround.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.language.Said;

/**
 * One thing wrong with what was sent. {@code position} is the character, from 0, where a filter's query goes wrong;
 * {@code said} is the message for those who read other languages.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        String field,
        String message,
        Integer position,
        @JsonIgnore Said said) {
    public FieldError(String field, Said said, Integer position) {
        this(field, said.toString(), position, said);
    }

    public FieldError(String field, Said said) {
        this(field, said, null);
    }

    public FieldError(String field, String message) {
        this(field, Said.asIs(message));
    }
}
