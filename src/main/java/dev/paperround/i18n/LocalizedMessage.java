package dev.paperround.i18n;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** A sentence with what it is about, to be said in any language; as text it is English. */
public record LocalizedMessage(MessageKey wording, List<Object> arguments) {
    public static LocalizedMessage of(MessageKey wording, Object... arguments) {
        return new LocalizedMessage(wording, List.of(arguments));
    }

    /** What has one wording only; a sentence of ours is told in other languages all the same. */
    public static LocalizedMessage asIs(String text) {
        return of(Sentence.AS_IS, text);
    }

    /** One after the other. */
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
