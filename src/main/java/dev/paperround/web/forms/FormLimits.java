package dev.paperround.web.forms;

import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import jakarta.ws.rs.core.MultivaluedMap;

/** Limits form input far above normal use, so that ordinary mistakes can still be shown in the form. */
public final class FormLimits {
    private static final int MOST_FIELDS = 100;
    private static final int MOST_VALUES = 50;
    private static final int LONGEST = 4_000;

    private FormLimits() {}

    // Runs before any field is processed.
    public static MultivaluedMap<String, String> checked(MultivaluedMap<String, String> form) {
        var tooLong = form.size() > MOST_FIELDS
                || form.values().stream()
                        .anyMatch(values -> values.size() > MOST_VALUES
                                || values.stream().anyMatch(value -> value.length() > LONGEST));
        if (tooLong) {
            throw Problem.of(413, Message.of(ProblemMessages.class, say -> say.formTooLong(LONGEST, MOST_VALUES)))
                    .exception();
        }
        return form;
    }

    public static String checked(String field) {
        if (field != null && field.length() > LONGEST) {
            throw Problem.of(413, Message.of(ProblemMessages.class, say -> say.formTooLong(LONGEST, 1)))
                    .exception();
        }
        return field;
    }
}
