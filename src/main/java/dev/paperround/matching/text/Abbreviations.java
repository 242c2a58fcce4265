package dev.paperround.matching.text;

import dev.paperround.matching.tex.Tex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the abbreviations that a text defines, as in "Mixture-of-Experts (MoE)" or "MoE (Mixture-of-Experts)". The
 * algorithm is from A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in
 * biomedical text", PSB 2003.
 */
public final class Abbreviations {
    private static final Pattern PARENTHESES = Pattern.compile("\\(([^()]{2,120})\\)");
    private static final Pattern SHORT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{1,9}");
    private static final Pattern END_OF_PART = Pattern.compile("[.;:!?,]\\s|[()\\[\\]\"“”]");

    private Abbreviations() {}

    public record Abbreviation(String shortForm, String longForm) {
        public String shortKey() {
            return key(shortForm);
        }

        public String longKey() {
            return key(longForm);
        }
    }

    public static Set<Abbreviation> in(String tex) {
        String text = Tex.toText(tex).replaceAll("\\s+", " ");
        Set<Abbreviation> found = new LinkedHashSet<>();
        Matcher parentheses = PARENTHESES.matcher(text);
        while (parentheses.find()) {
            String inside = parentheses.group(1).strip();
            String before = lastPart(text.substring(0, parentheses.start()).strip());
            if (isShort(inside)) {
                longForm(inside, before).ifPresent(it -> found.add(new Abbreviation(singular(inside), it)));
            } else {
                String word = before.substring(before.lastIndexOf(' ') + 1);
                if (isShort(word)) {
                    longForm(word, inside)
                            .filter(it -> it.length() == inside.length())
                            .ifPresent(it -> found.add(new Abbreviation(singular(word), it)));
                }
            }
        }
        return found;
    }

    // Returns a key that is the same for all inflected forms of the words.
    public static String key(String text) {
        List<String> keys = new ArrayList<>();
        for (Word word : Word.ofTyped(text)) {
            boolean plural = word.capitals() > 1 && word.pluralS();
            String spelling = word.spelling();
            keys.add(
                    plural
                            ? EnglishInflections.cut(spelling, 1)
                            : EnglishInflections.bases(spelling).get(0));
        }
        return String.join(" ", keys);
    }

    private static boolean isShort(String text) {
        return SHORT.matcher(text).matches()
                && text.codePoints().filter(Character::isUpperCase).count() > 1;
    }

    private static String singular(String shortForm) {
        return shortForm.length() > 2 && shortForm.endsWith("s") ? EnglishInflections.cut(shortForm, 1) : shortForm;
    }

    private static String lastPart(String text) {
        String part = text.substring(Math.max(0, text.length() - 200));
        Matcher end = END_OF_PART.matcher(part);
        int from = 0;
        while (end.find()) {
            from = end.end();
        }
        return part.substring(from).strip();
    }

    // The letters of the short form must occur in order in the long form, the first one at the start of a word.
    private static Optional<String> longForm(String shortForm, String text) {
        String sought = singular(shortForm).replace("-", "");
        int at = text.length();
        for (int i = sought.length() - 1; i >= 0; i--) {
            char letter = Character.toLowerCase(sought.charAt(i));
            do {
                at--;
            } while (at >= 0
                    && !(Character.toLowerCase(text.charAt(at)) == letter && (i > 0 || isWordStart(text, at))));
            if (at < 0) {
                return Optional.empty();
            }
        }
        String found = text.substring(at).strip();
        int words = found.split("[\\s-]+").length;
        boolean plausible = found.length() > shortForm.length() + 1
                && words <= Math.min(sought.length() + 5, sought.length() * 2)
                && words > 1
                && !found.contains(shortForm);
        return plausible ? Optional.of(found) : Optional.empty();
    }

    private static boolean isWordStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
