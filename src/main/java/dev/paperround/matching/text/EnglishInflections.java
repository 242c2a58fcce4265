package dev.paperround.matching.text;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reduces plurals, -ed and -ing forms to base words. It is hand-written because Lucene's stemmers either merge
 * different words ("organ", "organization") or separate forms of one word ("criteria", "labelled"), as StemmersTest
 * shows.
 */
public final class EnglishInflections {
    private static final Map<String, List<String>> IRREGULAR = InflectionTables.irregular();
    private static final Set<String> UNCHANGED = InflectionTables.words("unchanged");

    private EnglishInflections() {}

    // Returns the possible base words in American spelling: usually one, but "leaf" and "leave" for "leaves".
    public static List<String> bases(String word) {
        if (word.length() < 3 || !isAscii(word)) {
            return List.of(isModel(word) ? cut(word, 1) : word);
        }
        String american = AmericanSpelling.of(word);
        List<String> known = irregular(american);
        if (!known.isEmpty()) {
            return known;
        }
        String singular = UNCHANGED.contains(american) ? american : Plurals.singular(american);
        List<String> ofSingular = singular.equals(american) ? List.of() : irregular(singular);
        if (!ofSingular.isEmpty()) {
            return ofSingular;
        }
        return List.of(UNCHANGED.contains(singular) ? singular : AmericanSpelling.ofBase(PastForms.base(singular)));
    }

    private static List<String> irregular(String word) {
        List<String> whole = IRREGULAR.get(word);
        if (whole != null) {
            return whole;
        }
        // "submatrices" and "grandchildren" are irregular because their last part is.
        for (int from = 2; from <= word.length() - 6; from++) {
            List<String> end = IRREGULAR.get(word.substring(from));
            if (end != null) {
                String start = word.substring(0, from);
                return end.stream().map(start::concat).toList();
            }
        }
        return List.of();
    }

    private static boolean isModel(String word) {
        int last = word.length() - 1;
        return last > 1
                && word.charAt(last) == 's'
                && Character.isDigit(word.charAt(last - 1))
                && word.charAt(0) >= 'a'
                && word.charAt(0) <= 'z';
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    public static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
