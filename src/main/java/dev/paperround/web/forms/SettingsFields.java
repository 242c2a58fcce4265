package dev.paperround.web.forms;

import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.FormMessages;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.preferences.Preferences;
import dev.paperround.subscriber.preferences.PreferencesForm;
import dev.paperround.subscriber.preferences.PreferencesForm.FilterForm;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds the fields shared by the sign-up and preferences forms as typed, with their errors. */
public record SettingsFields(
        List<FilterForm> filters,
        String frequency,
        String weekday,
        String sendAt,
        String timeZone,
        String maxPapers,
        String pausedUntil,
        boolean noteWhenEmpty,
        String language,
        List<FieldError> errors) {
    private static final int ROWS_WITHOUT_JAVASCRIPT = 3;
    private static final String OWN_WORDS = "ownWords";
    // Beyond all rows.
    private static final int OWN_ROW = 900;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    // The trending option is a separate checkbox and is stored as the last filter.
    private static final FilterForm TRENDING = new FilterForm("", PreferencesForm.DEFAULT_QUERY);

    static SettingsFields suggesting(String query, String name) {
        var end = Math.min(name.codePointCount(0, name.length()), Preferences.LONGEST_NAME);
        var named = new FilterForm(
                name.substring(0, name.offsetByCodePoints(0, end)).strip(), query);
        var filters = List.of(query.isEmpty() ? TRENDING : named);
        return new SettingsFields(
                filters,
                "WEEKDAYS",
                "MONDAY",
                "08:00",
                "UTC",
                "" + Preferences.DEFAULT_MAX_PAPERS,
                "",
                false,
                "",
                List.of());
    }

    public static SettingsFields of(Preferences preferences) {
        var form = PreferencesForm.of(preferences);
        var filters = form.filters().stream()
                .map(filter ->
                        new FilterForm(filter.name().equals(filter.query()) ? "" : filter.name(), filter.query()))
                .sorted(Comparator.comparing(SettingsFields::place))
                .toList();
        return new SettingsFields(
                filters,
                form.frequency(),
                form.weekday(),
                form.sendAt(),
                form.timeZone(),
                form.maxPapers().toString(),
                Objects.requireNonNullElse(form.pausedUntil(), ""),
                form.noteWhenEmpty(),
                form.language(),
                List.of());
    }

    // Rows of keywords come first, so that errors are told at the right one.
    private static int place(FilterForm filter) {
        if (TRENDING.equals(filter)) {
            return 2;
        }
        return OwnWords.of(filter).isPresent() ? 1 : 0;
    }

    public static SettingsFields typed(MultivaluedMap<String, String> form) {
        var names = form.getOrDefault("filterName", List.of());
        var queries = form.getOrDefault("query", List.of());
        var rows = IntStream.range(0, Math.max(names.size(), queries.size()))
                .mapToObj(i -> new FilterForm(at(names, i), at(queries, i)))
                .filter(filter -> !filter.name().isEmpty() || !filter.query().isEmpty())
                .filter(filter -> !filter.equals(TRENDING));
        var box = first(form, "trending").isEmpty() && queries.stream().noneMatch(TRENDING.query()::equals)
                ? Stream.<FilterForm>empty()
                : Stream.of(TRENDING);
        var words = first(form, OWN_WORDS);
        var own = words.isEmpty() ? Stream.<FilterForm>empty() : Stream.of(OwnWords.filter(words));
        var filters = Stream.concat(Stream.concat(rows, own), box).toList();
        return new SettingsFields(
                filters,
                first(form, "frequency"),
                first(form, "weekday"),
                first(form, "sendAt"),
                first(form, "timeZone"),
                first(form, "maxPapers"),
                first(form, "pausedUntil"),
                !first(form, "noteWhenEmpty").isEmpty(),
                first(form, "language"),
                List.of());
    }

    static String first(MultivaluedMap<String, String> form, String field) {
        return clean(Objects.requireNonNullElse(form.getFirst(field), ""));
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? clean(values.get(index)) : "";
    }

    // Browsers send no control characters from single-line fields, and databases reject some of them.
    public static String clean(String typed) {
        return CONTROL.matcher(typed).replaceAll(" ").strip();
    }

    public record Checked(Optional<Preferences> preferences, List<FieldError> errors) {}

    public Checked check() {
        return check(PreferencesForm::check);
    }

    public Checked check(LocalDate today) {
        return check(form -> form.check(today));
    }

    private Checked check(Function<PreferencesForm, PreferencesForm.Checked> check) {
        var number = WHOLE_NUMBER.matcher(maxPapers).matches() ? Integer.valueOf(maxPapers) : null;
        var checked = check.apply(new PreferencesForm(
                filters, frequency, weekday, sendAt, timeZone, number, pausedUntil, noteWhenEmpty, language));
        if (number != null || maxPapers.isEmpty()) {
            return new Checked(checked.preferences(), checked.errors());
        }
        var all = new ArrayList<>(checked.errors());
        all.add(new FieldError(
                "maxPapers",
                Message.of(FormMessages.class, say -> say.notANumber(PreferencesForm.beginning(maxPapers)))));
        return new Checked(Optional.empty(), all);
    }

    public SettingsFields with(List<FieldError> found) {
        var ofWords = "filters[" + rowCount() + "].query";
        var told = found.stream()
                .map(error -> ownWords().isPresent() && error.field().equals(ofWords)
                        ? new FieldError(OWN_WORDS, error.said())
                        : error)
                .toList();
        return new SettingsFields(
                filters, frequency, weekday, sendAt, timeZone, maxPapers, pausedUntil, noteWhenEmpty, language, told);
    }

    // A form without a language field leaves the language unchanged.
    public SettingsFields orIn(Language kept) {
        return language.isEmpty()
                ? new SettingsFields(
                        filters,
                        frequency,
                        weekday,
                        sendAt,
                        timeZone,
                        maxPapers,
                        pausedUntil,
                        noteWhenEmpty,
                        kept.code(),
                        errors)
                : this;
    }

    SettingsFields and(FilterForm filter) {
        if (filters.stream().anyMatch(it -> it.query().equals(filter.query()))) {
            return this;
        }
        var more = new ArrayList<>(filters);
        more.add(rowCount(), filter);
        return new SettingsFields(
                more, frequency, weekday, sendAt, timeZone, maxPapers, pausedUntil, noteWhenEmpty, language, errors);
    }

    // Includes at least one empty row.
    public List<FilterRow> rows(FilterPreviews looks) {
        var rows = new ArrayList<FilterRow>();
        for (var filter : filters.subList(0, rowCount())) {
            var field = "filters[" + rows.size() + "].";
            rows.add(FilterRow.blank(rows.size())
                    .called(filter.name(), error(field + "name"))
                    .asking(filter.query(), error(field + "query"))
                    .with(looks.of(filter.query())));
        }
        do {
            rows.add(FilterRow.blank(rows.size()));
        } while (rows.size() < ROWS_WITHOUT_JAVASCRIPT);
        return rows;
    }

    private int rowCount() {
        var withWords = filters.size() - (isTrending() ? 1 : 0);
        return ownWords().isPresent() ? withWords - 1 : withWords;
    }

    /** Returns the interest in plain words, which has a field of its own; further ones are rows like others. */
    public Optional<String> ownWords() {
        var last = filters.size() - (isTrending() ? 2 : 1);
        return last < 0 ? Optional.empty() : OwnWords.of(filters.get(last));
    }

    public FilterRow ownRow(FilterPreviews looks) {
        var query = ownWords().map(words -> OwnWords.filter(words).query()).orElse("");
        return FilterRow.blank(OWN_ROW).asking(query, error(OWN_WORDS)).with(looks.of(query));
    }

    public boolean hasRows() {
        return rowCount() > 0;
    }

    public boolean isTrending() {
        return !filters.isEmpty() && TRENDING.equals(filters.get(filters.size() - 1));
    }

    public boolean isFiltered() {
        return filters.size() > (isTrending() ? 1 : 0);
    }

    public String wrong(String field) {
        return error(field).map(FieldError::message).orElse("");
    }

    public Message complaint(String field) {
        return error(field).map(FieldError::said).orElseGet(() -> Message.asIs(""));
    }

    private Optional<FieldError> error(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).findFirst();
    }

    public boolean isOn(DayOfWeek day) {
        return day.name().equalsIgnoreCase(weekday);
    }

    public boolean isFrequency(String name) {
        return name.equalsIgnoreCase(frequency);
    }

    // A time zone set through the API can be missing from the list but is kept and shown.
    public boolean isUnlistedZone() {
        return !timeZone.isEmpty() && !TimeZones.offers(timeZone);
    }

    public List<DayOfWeek> weekdays() {
        return List.of(DayOfWeek.values());
    }

    public boolean isZone(String zone) {
        return zone.equals(timeZone);
    }

    public List<TimeZones> regions() {
        return TimeZones.BY_REGION;
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    public boolean isIn(Language other) {
        return other.code().equals(language);
    }
}
