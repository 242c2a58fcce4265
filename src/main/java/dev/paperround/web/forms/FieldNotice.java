package dev.paperround.web.forms;

import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.Message;
import java.util.regex.Pattern;

/** Links an error message to its field; {@code filter} is the number of the filter, or 0 for other fields. */
public record FieldNotice(String target, int filter, String field, Message said) {
    private static final Pattern FILTER = Pattern.compile("filters\\[(\\d+)]\\.(name|query)");

    public static FieldNotice of(FieldError error) {
        var filter = FILTER.matcher(error.field());
        if (filter.matches()) {
            var index = Integer.parseInt(filter.group(1));
            return new FieldNotice(filter.group(2) + "-" + index, index + 1, filter.group(2), error.said());
        }
        var target =
                switch (error.field()) {
                    case "filters" -> "query-0";
                    case "form" -> "sign-up";
                    default -> error.field();
                };
        return new FieldNotice(target, 0, error.field(), error.said());
    }
}
