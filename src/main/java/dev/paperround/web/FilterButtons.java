package dev.paperround.web;

import dev.paperround.subscription.PreferencesForm.FilterForm;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The buttons beside the filters. Where there is no JavaScript, they send the form, and it comes back changed. */
final class FilterButtons {
    private FilterButtons() {}

    /** The settings as the button leaves them; empty when the form was sent to be kept. */
    static Optional<SettingsFields> pressed(MultivaluedMap<String, String> form) {
        var remove = form.getFirst("remove");
        if (remove != null) {
            return Optional.of(SettingsFields.typed(without(remove, form)));
        }
        var suggested = form.getFirst("suggest");
        if (suggested != null) {
            return Optional.of(SettingsFields.typed(form).and(new FilterForm("", SettingsFields.clean(suggested))));
        }
        return Optional.ofNullable(form.getFirst("add")).map(pressed -> SettingsFields.typed(form));
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
