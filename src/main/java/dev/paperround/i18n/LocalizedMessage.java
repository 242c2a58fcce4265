package dev.paperround.i18n;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** Pairs a sentence with its arguments, to be rendered in any language; as a string it is English. */
public record LocalizedMessage(MessageKey wording, List<Object> arguments) {
    public static LocalizedMessage of(MessageKey wording, Object... arguments) {
        return new LocalizedMessage(wording, List.of(arguments));
    }

    // Text that is one of our own sentences is still translated.
    public static LocalizedMessage asIs(String text) {
        return of(Sentence.AS_IS, text);
    }

    public LocalizedMessage and(LocalizedMessage next) {
        return of(Sentence.ONE_AND_ANOTHER, this, next);
    }

    public String in(Language language) {
        if (wording == Sentence.AS_IS && language != Language.EN && arguments.get(0) instanceof String text) {
            return RecognisedMessages.of(text).map(it -> it.in(language)).orElse(text);
        }
        return wording.in(
                language, arguments.stream().map(it -> word(it, language)).toArray());
    }

    private static Object word(Object argument, Language language) {
        if (argument instanceof LocalizedMessage said) {
            return said.in(language);
        }
        if (argument instanceof LocalDate day) {
            return language == Language.EN ? day : Dates.in(language).date(day);
        }
        return argument instanceof DayOfWeek day ? Dates.in(language).weekday(day) : argument;
    }

    @Override
    public String toString() {
        return in(Language.EN);
    }
}
