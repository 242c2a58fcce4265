package dev.paperround.web.forms;

import dev.paperround.subscriber.preferences.PreferencesForm.FilterForm;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Handles the buttons next to the filters, which submit the form when JavaScript is unavailable. */
public final class FilterButtons {
    private FilterButtons() {}

    /** Returns the settings after the button's change, or empty if the form was submitted to be saved. */
    public static Optional<SettingsFields> pressed(MultivaluedMap<String, String> form) {
        var remove = form.getFirst("remove");
        if (remove != null) {
            return Optional.of(SettingsFields.typed(without(remove, form)));
        }
        var suggested = form.getFirst("suggest");
        if (suggested != null) {
            return Optional.of(SettingsFields.typed(form).and(new FilterForm("", SettingsFields.clean(suggested))));
        }
        var hint = form.getFirst("hint");
        if (hint != null) {
            return Optional.of(SettingsFields.typed(taking(hint, form)));
        }
        return Optional.ofNullable(form.getFirst("add")).map(pressed -> SettingsFields.typed(form));
    }

    private static MultivaluedMap<String, String> taking(String hint, MultivaluedMap<String, String> form) {
        var parts = hint.split(" ", 2);
        var queries = new ArrayList<>(Objects.requireNonNullElse(form.get("query"), List.<String>of()));
        if (parts.length == 2 && parts[0].matches("\\d{1,3}") && Integer.parseInt(parts[0]) < queries.size()) {
            queries.set(Integer.parseInt(parts[0]), parts[1]);
            form.put("query", queries);
        }
        return form;
    }

    private static MultivaluedMap<String, String> without(String row, MultivaluedMap<String, String> form) {
        if (row.matches("\\d{1,3}")) {
            for (var field : List.of("query", "filterName")) {
                var values = new ArrayList<>(Objects.requireNonNullElse(form.get(field), List.<String>of()));
                if (Integer.parseInt(row) < values.size()) {
                    values.remove(Integer.parseInt(row));
                }
                form.put(field, values);
            }
        }
        return form;
    }
}
