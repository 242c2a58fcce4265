package dev.paperround.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One thing wrong with what was sent. {@code position} is the character, from 0, where a filter's query goes wrong. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String field, String message, Integer position) {
    public FieldError(String field, String message) {
        this(field, message, null);
    }
}
