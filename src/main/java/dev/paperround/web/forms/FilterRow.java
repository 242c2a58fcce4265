package dev.paperround.web.forms;

import dev.paperround.http.problem.FieldError;
import java.util.Optional;

/** Represents one filter in a form as typed, with its preview and error. */
public record FilterRow(
        int index,
        String name,
        String query,
        Optional<FilterPreview> look,
        Optional<FieldError> nameError,
        Optional<FieldError> queryError) {

    public static FilterRow blank(int index) {
        return new FilterRow(index, "", "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    public FilterRow asking(String typed, Optional<FieldError> wrong) {
        return new FilterRow(index, name, typed, look, nameError, wrong);
    }

    FilterRow called(String typed, Optional<FieldError> wrong) {
        return new FilterRow(index, typed, query, look, wrong, queryError);
    }

    FilterRow with(Optional<FilterPreview> found) {
        return new FilterRow(index, name, query, found, nameError, queryError);
    }

    public int number() {
        return index + 1;
    }

    public boolean isBlank() {
        return name.isEmpty() && query.isEmpty() && queryError.isEmpty();
    }

    // Spare rows are needed only without JavaScript, which adds rows on demand.
    public boolean isSpare() {
        return index > 0 && isBlank();
    }

    public boolean hasPlace() {
        return !query.isEmpty() && queryError.map(FieldError::position).isPresent();
    }

    public String beforePlace() {
        return query.substring(0, place());
    }

    // If something is missing at the end, a symbol marks the end.
    public String atPlace() {
        var place = place();
        return place == query.length() ? "␣" : Character.toString(query.codePointAt(place));
    }

    public String afterPlace() {
        var place = place();
        return place == query.length() ? "" : query.substring(query.offsetByCodePoints(place, 1));
    }

    private int place() {
        var position = queryError.map(FieldError::position).orElse(0);
        return query.offsetByCodePoints(0, Math.min(position, query.codePointCount(0, query.length())));
    }
}
