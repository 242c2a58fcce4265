package dev.paperround.matching.text;

import dev.paperround.matching.tex.Tex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a person's name into keys that are equal if two names agree, where initials stand for first names and middle
 * names may be missing. A key has a first, middle and last name; an empty middle name matches any, and "-" stands for
 * none.
 */
public final class NameKeys {
    // These words belong to the last name and are not middle names.
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "zu", "ter",
            "ten", "bin", "ibn", "al", "el");

    private NameKeys() {}

    private record Name(Word first, List<Word> middle, List<Word> last) {}

    public static List<String> ofAuthor(List<Word> words, String value) {
        List<Word> turned = turned(words, value);
        if (isNoName(turned)) {
            return List.of();
        }
        Name name = name(turned);
        Set<String> keys = new LinkedHashSet<>();
        for (String first : known(name.first())) {
            add(first, "", name, keys);
            if (name.middle().isEmpty()) {
                add(first, "-", name, keys);
            }
            name.middle().forEach(middle -> known(middle).forEach(form -> add(first, form, name, keys)));
        }
        return List.copyOf(keys);
    }

    public static List<String> ofQuery(List<Word> words) {
        if (isNoName(words)) {
            return List.of();
        }
        Name name = name(words);
        Set<String> keys = new LinkedHashSet<>();
        for (String first : wanted(name.first())) {
            add(first, name.middle().isEmpty() ? "" : "-", name, keys);
            name.middle().forEach(middle -> wanted(middle).forEach(form -> add(first, form, name, keys)));
        }
        return List.copyOf(keys);
    }

    public static String turned(String text) {
        int comma = comma(text);
        return comma < 0
                ? text
                : text.substring(comma + 1).strip() + " "
                        + text.substring(0, comma).strip();
    }

    private static List<Word> turned(List<Word> words, String value) {
        return comma(value) < 0 ? words : Word.ofTyped(turned(Tex.toText(value)));
    }

    private static int comma(String text) {
        int comma = text.indexOf(',') < 0 ? text.indexOf('，') : text.indexOf(',');
        boolean between = comma > 0
                && !text.substring(0, comma).isBlank()
                && !text.substring(comma + 1).isBlank();
        return between ? comma : -1;
    }

    private static boolean isNoName(List<Word> words) {
        return words.size() < 2
                || words.stream()
                        .anyMatch(word -> Script.isIdeographic(word.spelling().codePointAt(0)));
    }

    private static Name name(List<Word> words) {
        int last = words.size() - 1;
        for (int at = last - 1; at > 0; at--) {
            if (PARTICLES.contains(words.get(at).spelling())) {
                last = at;
            }
        }
        return new Name(words.get(0), words.subList(1, last), words.subList(last, words.size()));
    }

    private static List<String> known(Word word) {
        List<String> forms = new ArrayList<>();
        for (String spelling : word.spellings()) {
            forms.add(isInitial(spelling) ? spelling + "!" : spelling);
            forms.add(initial(spelling) + ".");
        }
        return forms;
    }

    private static List<String> wanted(Word word) {
        List<String> forms = new ArrayList<>();
        for (String spelling : word.spellings()) {
            if (isInitial(spelling)) {
                forms.add(spelling + ".");
            } else {
                forms.add(spelling);
                forms.add(initial(spelling) + "!");
            }
        }
        return forms;
    }

    private static boolean isInitial(String spelling) {
        return initial(spelling).length() == spelling.length();
    }

    private static String initial(String spelling) {
        return Character.toString(spelling.codePointAt(0));
    }

    private static void add(String first, String middle, Name name, Set<String> keys) {
        for (String last : IndexTerm.joinedSpellings(name.last())) {
            keys.add(IndexTerm.NAME + first + "|" + middle + "|" + last);
        }
    }
}
