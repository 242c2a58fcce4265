package dev.paperround.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.matching.Query;
import dev.paperround.matching.QueryRefusal;
import dev.paperround.problem.FieldError;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Preferences as typed, by form, API or CSV; all but one filter may be left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreferencesForm(
        List<FilterForm> filters,
        String frequency,
        String weekday,
        String sendAt,
        String timeZone,
        Integer maxPapers,
        String pausedUntil,
        Boolean noteWhenEmpty) {
    private static final int LONGEST_PAUSE_IN_YEARS = 1;

    public record FilterForm(String name, String query) {}

    /** The preferences meant, or everything that is wrong with them. */
    public record Checked(Optional<Preferences> preferences, List<FieldError> errors) {}

    public static PreferencesForm of(Preferences preferences) {
        var schedule = preferences.schedule();
        return new PreferencesForm(
                preferences.filters().stream()
                        .map(filter -> new FilterForm(filter.name(), filter.query()))
                        .toList(),
                schedule.frequency().name(),
                schedule.weekday().name(),
                schedule.sendAt().toString(),
                schedule.zone().getId(),
                preferences.maxPapers(),
                preferences.pausedUntil() == null
                        ? null
                        : preferences.pausedUntil().toString(),
                preferences.noteWhenEmpty());
    }

    public Checked check() {
        var errors = new ArrayList<FieldError>();
        var checkedFilters = checkFilters(errors);
        var checkedFrequency = read(
                "frequency",
                frequency,
                Frequency.WEEKDAYS,
                errors,
                "one of DAILY, WEEKDAYS and WEEKLY",
                text -> Frequency.valueOf(text.toUpperCase(Locale.ROOT)));
        var checkedWeekday = read(
                "weekday",
                weekday,
                DayOfWeek.MONDAY,
                errors,
                "a day such as MONDAY",
                text -> DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT)));
        var time = read(
                "sendAt",
                sendAt,
                LocalTime.of(8, 0),
                errors,
                "a time between 00:00 and 23:59, such as 07:30",
                PreferencesForm::minuteOfDay);
        var zone = read("timeZone", timeZone, ZoneId.of("UTC"), errors, "a time zone such as Europe/Paris", ZoneId::of);
        var pause = read("pausedUntil", pausedUntil, null, errors, "a date such as 2026-12-24", LocalDate::parse);
        var papers = maxPapers == null ? Preferences.DEFAULT_MAX_PAPERS : maxPapers;
        if (papers < 1 || papers > Preferences.MOST_PAPERS) {
            errors.add(new FieldError(
                    "maxPapers",
                    "“" + papers + "” is not possible here; a digest holds 1 to " + Preferences.MOST_PAPERS
                            + " papers."));
        }
        return errors.isEmpty()
                ? new Checked(
                        Optional.of(new Preferences(
                                checkedFilters,
                                new Schedule(checkedFrequency, checkedWeekday, time, zone),
                                papers,
                                pause,
                                Boolean.TRUE.equals(noteWhenEmpty))),
                        List.of())
                : new Checked(Optional.empty(), errors);
    }

    /** A pause without an end in sight is an unsubscription in disguise; one that is over already is none. */
    public Checked check(LocalDate today) {
        var checked = check();
        var pause = checked.preferences().map(Preferences::pausedUntil);
        if (pause.filter(today.plusYears(LONGEST_PAUSE_IN_YEARS)::isBefore).isPresent()) {
            return new Checked(
                    Optional.empty(),
                    List.of(new FieldError(
                            "pausedUntil",
                            "A pause ends within a year, so by " + today.plusYears(LONGEST_PAUSE_IN_YEARS) + "; “"
                                    + pause.get() + "” is later.")));
        }
        return checked;
    }

    private List<FilterText> checkFilters(List<FieldError> errors) {
        if (filters == null || filters.isEmpty()) {
            errors.add(new FieldError("filters", "At least one filter is needed, such as “diffusion video”."));
            return List.of();
        }
        if (filters.size() > Preferences.MOST_FILTERS) {
            errors.add(new FieldError(
                    "filters",
                    "There are " + filters.size() + " filters; at most " + Preferences.MOST_FILTERS
                            + " are possible."));
            return List.of();
        }
        var checked = new ArrayList<FilterText>();
        for (var i = 0; i < filters.size(); i++) {
            checkFilter(filters.get(i), "filters[" + i + "]", errors).ifPresent(checked::add);
        }
        return checked;
    }

    private static Optional<FilterText> checkFilter(FilterForm filter, String field, List<FieldError> errors) {
        var typed = filter == null ? "" : Objects.requireNonNullElse(filter.query(), "");
        var refusal = Query.parse(typed).refusal().or(() -> controlCharacter(typed));
        if (refusal.isPresent()) {
            errors.add(new FieldError(
                    field + ".query",
                    refusal.get().message() + " (at character " + refusal.get().position() + ")",
                    refusal.get().position()));
            return Optional.empty();
        }
        var query = typed.strip();
        var name = filter.name() == null || filter.name().isBlank()
                ? query.replaceAll("\\s+", " ")
                : filter.name().strip();
        if (name.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError(field + ".name", "A filter's name is a single line of text."));
        }
        if (filter.name() != null
                && name.codePointCount(0, name.length()) > Preferences.LONGEST_NAME
                && !name.equals(query.replaceAll("\\s+", " "))) {
            errors.add(new FieldError(
                    field + ".name", "A filter's name has at most " + Preferences.LONGEST_NAME + " characters."));
        }
        return Optional.of(new FilterText(name, query));
    }

    /** PostgreSQL keeps no NUL, and nobody types the others. */
    private static Optional<QueryRefusal> controlCharacter(String typed) {
        var codePoints = typed.codePoints().toArray();
        return IntStream.range(0, codePoints.length)
                .filter(i -> Character.isISOControl(codePoints[i]) && !Character.isWhitespace(codePoints[i]))
                .mapToObj(i -> new QueryRefusal("This control character cannot be searched for.", i))
                .findFirst();
    }

    private static <T> T read(
            String field, String text, T byDefault, List<FieldError> errors, String right, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return byDefault;
        }
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            errors.add(new FieldError(field, "“" + text.strip() + "” is not " + right + "."));
            return byDefault;
        }
    }

    private static LocalTime minuteOfDay(String text) {
        var time = LocalTime.parse(text.length() == 4 ? "0" + text : text);
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new DateTimeException("seconds are not kept");
        }
        return time;
    }
}
