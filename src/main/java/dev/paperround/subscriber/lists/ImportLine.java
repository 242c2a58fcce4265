package dev.paperround.subscriber.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.FormMessages;
import dev.paperround.i18n.ListMessages;
import dev.paperround.i18n.Message;
import dev.paperround.matching.query.Query;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.preferences.Preferences;
import dev.paperround.subscriber.preferences.PreferencesForm;
import dev.paperround.subscriber.preferences.PreferencesForm.FilterForm;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

public record ImportLine(long line, EmailAddress email, Preferences preferences, Optional<Instant> createdAt) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Boolean> BOOLEANS =
            Map.of("", false, "f", false, "false", false, "t", true, "true", true);

    record Checked(Optional<ImportLine> line, Message reason) {}

    static Checked check(long line, Map<String, String> cells) {
        var email = EmailAddress.parse(cells.get("email"));
        if (email.isEmpty()) {
            return refused(
                    "email", Message.of(AdminMessages.class, say -> say.noAddress(cells.getOrDefault("email", ""))));
        }
        var state = cells.getOrDefault("state", "");
        if (!state.isBlank() && !state.equals("ACTIVE")) {
            return refused("state", Message.of(ListMessages.class, say -> say.onlyActive(state)));
        }
        var maxPapers = cells.getOrDefault("max_papers", "").strip();
        if (!maxPapers.matches("\\d{0,4}")) {
            return refused("max_papers", Message.of(ListMessages.class, say -> say.noNumber(maxPapers)));
        }
        var filters = filters(cells);
        if (filters.isEmpty()) {
            return refused("filters", Message.of(ListMessages.class, say -> say.noFilters(cells.get("filters"))));
        }
        if (!cells.getOrDefault("filters", "").isBlank()
                && disagree(cells.getOrDefault("queries", ""), filters.get())) {
            return refused("filters", Message.of(ListMessages.class, say -> say.filtersDisagree()));
        }
        if (filters.get().isEmpty()) {
            // An empty cell in a list is more likely a mistake than a wish for trending papers.
            return refused("queries", Message.of(FormMessages.class, say -> say.noFilter()));
        }
        var note = cells.getOrDefault("note_when_empty", "").strip().toLowerCase(Locale.ROOT);
        if (!BOOLEANS.containsKey(note)) {
            return refused("note_when_empty", Message.of(AdminMessages.class, say -> say.noFlag(note)));
        }
        var form = new PreferencesForm(
                filters.get(),
                cells.get("frequency"),
                cells.get("weekday"),
                cells.get("send_at"),
                cells.get("time_zone"),
                maxPapers.isEmpty() ? null : Integer.valueOf(maxPapers),
                cells.get("paused_until"),
                BOOLEANS.get(note),
                cells.get("language"));
        var checked = form.check();
        return checked.preferences()
                .map(it -> new Checked(
                        Optional.of(new ImportLine(line, email.get(), it, moment(cells.get("created_at")))), null))
                .orElseGet(() -> new Checked(
                        Optional.empty(),
                        checked.errors().stream()
                                .map(ImportLine::inColumns)
                                .reduce(Message::and)
                                .orElseThrow()));
    }

    // Only lists from our own export give the time of the subscription.
    private static Optional<Instant> moment(String cell) {
        try {
            return Optional.ofNullable(cell).map(String::strip).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Checked refused(String column, Message why) {
        return new Checked(Optional.empty(), Message.of(ListMessages.class, say -> say.inColumn(column, why)));
    }

    private static Message inColumns(FieldError error) {
        var column = error.field().startsWith("filters")
                ? "queries"
                : switch (error.field()) {
                    case "sendAt" -> "send_at";
                    case "timeZone" -> "time_zone";
                    case "maxPapers" -> "max_papers";
                    case "pausedUntil" -> "paused_until";
                    default -> error.field();
                };
        return Message.of(ListMessages.class, say -> say.inColumn(column, error.said()));
    }

    // Named filters, as the export writes them, come before plain queries. Empty means that they are not a valid list.
    private static Optional<List<FilterForm>> filters(Map<String, String> cells) {
        var json = cells.getOrDefault("filters", "");
        if (json.isBlank()) {
            return Optional.of(queries(cells.getOrDefault("queries", "")));
        }
        try {
            return Optional.ofNullable(JSON.readValue(json, FilterForm[].class))
                    .map(Arrays::asList)
                    .filter(it -> it.stream().allMatch(Objects::nonNull));
        } catch (JsonProcessingException notFilters) {
            return Optional.empty();
        }
    }

    // One of the two columns was edited and the other was not.
    private static boolean disagree(String queries, List<FilterForm> filters) {
        var joined = filters.stream().map(FilterForm::query).collect(Collectors.joining(";"));
        return !queries.isBlank() && !onOneLine(queries).equals(onOneLine(joined));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    // Splits at semicolons and line breaks outside phrases.
    private static List<FilterForm> queries(String cell) {
        var queries = new ArrayList<FilterForm>();
        var query = new StringBuilder();
        var quoted = false;
        for (var c : cell.toCharArray()) {
            quoted ^= Query.isQuote(c);
            if ((c == ';' || c == '\n') && !quoted) {
                add(queries, query);
            } else {
                query.append(c);
            }
        }
        add(queries, query);
        return queries;
    }

    private static void add(List<FilterForm> queries, StringBuilder query) {
        if (!query.toString().isBlank()) {
            queries.add(new FilterForm(null, query.toString().strip()));
        }
        query.setLength(0);
    }
}
