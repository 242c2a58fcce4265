package dev.paperround.subscriber.preferences;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.FormMessages;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.query.QueryRefusal;
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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Preferences as entered in a form, the API or a CSV file. All of them are optional. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreferencesForm(
        List<FilterForm> filters,
        String frequency,
        String weekday,
        String sendAt,
        String timeZone,
        Integer maxPapers,
        String pausedUntil,
        Boolean noteWhenEmpty,
        String language) {
    public static final PreferencesForm EMPTY =
            new PreferencesForm(null, null, null, null, null, null, null, null, null);

    private static final int LONGEST_TOLD = 100;
    // This query applies if no filter is given.
    public static final String DEFAULT_QUERY = "trending:10";

    private static final int LONGEST_PAUSE_IN_YEARS = 1;

    public record FilterForm(String name, String query) {}

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
                preferences.noteWhenEmpty(),
                preferences.language().code());
    }

    // Uses the given language if the form has none.
    public PreferencesForm orIn(Language kept) {
        return language != null && !language.isBlank()
                ? this
                : new PreferencesForm(
                        filters,
                        frequency,
                        weekday,
                        sendAt,
                        timeZone,
                        maxPapers,
                        pausedUntil,
                        noteWhenEmpty,
                        kept.code());
    }

    public Checked check() {
        var errors = new ArrayList<FieldError>();
        var checkedFilters = checkFilters(errors);
        var checkedFrequency = read(
                "frequency",
                frequency,
                Frequency.WEEKDAYS,
                errors,
                (say, typed) -> say.notAFrequency(typed),
                text -> Frequency.valueOf(text.toUpperCase(Locale.ROOT)));
        var checkedWeekday = read(
                "weekday",
                weekday,
                DayOfWeek.MONDAY,
                errors,
                (say, typed) -> say.notAWeekday(typed),
                text -> DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT)));
        var time = read(
                "sendAt",
                sendAt,
                LocalTime.of(8, 0),
                errors,
                (say, typed) -> say.notATime(typed),
                PreferencesForm::minuteOfDay);
        var zone =
                read("timeZone", timeZone, ZoneId.of("UTC"), errors, (say, typed) -> say.notAZone(typed), ZoneId::of);
        var pause =
                read("pausedUntil", pausedUntil, null, errors, (say, typed) -> say.notADate(typed), LocalDate::parse);
        var words =
                read("language", language, Language.EN, errors, PreferencesForm::notALanguage, PreferencesForm::spoken);
        var papers = maxPapers == null ? Preferences.DEFAULT_MAX_PAPERS : maxPapers;
        if (papers < 1 || papers > Preferences.MOST_PAPERS) {
            errors.add(new FieldError(
                    "maxPapers",
                    Message.of(FormMessages.class, say -> say.numberOfPapers(papers, Preferences.MOST_PAPERS))));
        }
        return errors.isEmpty()
                ? new Checked(
                        Optional.of(new Preferences(
                                checkedFilters,
                                new Schedule(checkedFrequency, checkedWeekday, time, zone),
                                papers,
                                pause,
                                Boolean.TRUE.equals(noteWhenEmpty),
                                words)),
                        List.of())
                : new Checked(Optional.empty(), errors);
    }

    // An open-ended pause would be an unsubscription in disguise. A pause that is already over does not count.
    public Checked check(LocalDate today) {
        var checked = check();
        var pause = checked.preferences().map(Preferences::pausedUntil);
        if (pause.filter(today.plusYears(LONGEST_PAUSE_IN_YEARS)::isBefore).isPresent()) {
            return new Checked(
                    Optional.empty(),
                    List.of(new FieldError(
                            "pausedUntil",
                            Message.of(
                                    FormMessages.class,
                                    say -> say.pauseTooLong(today.plusYears(LONGEST_PAUSE_IN_YEARS), pause.get())))));
        }
        return checked;
    }

    private List<FilterText> checkFilters(List<FieldError> errors) {
        if (filters == null || filters.isEmpty()) {
            return List.of(new FilterText(DEFAULT_QUERY, DEFAULT_QUERY));
        }
        if (filters.size() > Preferences.MOST_FILTERS) {
            errors.add(new FieldError(
                    "filters",
                    Message.of(
                            FormMessages.class, say -> say.tooManyFilters(filters.size(), Preferences.MOST_FILTERS))));
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
                    Message.of(
                            ProblemMessages.class,
                            say -> say.atCharacter(
                                    refusal.get().why(), refusal.get().position())),
                    refusal.get().position()));
            return Optional.empty();
        }
        var query = typed.strip();
        var name = filter.name() == null || filter.name().isBlank()
                ? query.replaceAll("\\s+", " ")
                : filter.name().strip();
        if (name.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError(field + ".name", Message.of(FormMessages.class, say -> say.nameOfLines())));
        }
        if (filter.name() != null
                && name.codePointCount(0, name.length()) > Preferences.LONGEST_NAME
                && !name.equals(query.replaceAll("\\s+", " "))) {
            errors.add(new FieldError(
                    field + ".name", Message.of(FormMessages.class, say -> say.nameTooLong(Preferences.LONGEST_NAME))));
        }
        return Optional.of(new FilterText(name, query));
    }

    // PostgreSQL rejects NUL, and nobody types the other control characters.
    private static Optional<QueryRefusal> controlCharacter(String typed) {
        var codePoints = typed.codePoints().toArray();
        return IntStream.range(0, codePoints.length)
                .filter(i -> Character.isISOControl(codePoints[i]) && !Character.isWhitespace(codePoints[i]))
                .mapToObj(i -> new QueryRefusal(Message.of(ProblemMessages.class, say -> say.controlCharacter()), i))
                .findFirst();
    }

    private static <T> T read(
            String field,
            String text,
            T byDefault,
            List<FieldError> errors,
            BiFunction<FormMessages, String, String> wrongly,
            Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return byDefault;
        }
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            errors.add(new FieldError(
                    field, Message.of(FormMessages.class, say -> wrongly.apply(say, beginning(text.strip())))));
            return byDefault;
        }
    }

    // Error messages quote the input, but not at full length.
    public static String beginning(String typed) {
        return typed.length() <= LONGEST_TOLD ? typed : typed.substring(0, LONGEST_TOLD) + "…";
    }

    private static String notALanguage(FormMessages say, String typed) {
        var codes = Language.codes();
        var last = codes.size() - 1;
        return say.notALanguage(typed, String.join(", ", codes.subList(0, last)), codes.get(last));
    }

    // A full tag such as de-AT is reduced to its language.
    private static Language spoken(String tag) {
        return Language.of(tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
                .orElseThrow(() -> new IllegalArgumentException("not a language of ours"));
    }

    private static LocalTime minuteOfDay(String text) {
        var time = LocalTime.parse(text.length() == 4 ? "0" + text : text);
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new DateTimeException("seconds are not kept");
        }
        return time;
    }
}
