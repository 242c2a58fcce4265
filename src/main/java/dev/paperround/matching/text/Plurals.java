package dev.paperround.matching.text;

import static dev.paperround.matching.text.EnglishInflections.cut;

import java.util.Map;
import java.util.Set;

final class Plurals {
    private static final Set<String> IE = InflectionTables.words("ie");
    private static final Set<String> CHE = InflectionTables.words("che");
    private static final Set<String> OE = InflectionTables.words("oe");
    private static final Set<String> ENDING_WITH_S = InflectionTables.words("ending-with-s");
    private static final Map<String, String> F = InflectionTables.pairs("f");

    private Plurals() {}

    static String singular(String word) {
        if (!word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        String bare = cut(word, 1);
        if (word.length() < 4 && !word.matches("[^aeiou]+s") || ENDING_WITH_S.contains(word)) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.length() < 5 || endsWithOne(bare, IE) ? bare : cut(word, 3) + "y";
        }
        if (word.endsWith("ves")) {
            return F.getOrDefault(word, bare);
        }
        return word.endsWith("es") ? withoutEs(word, bare) : bare;
    }

    private static String withoutEs(String word, String bare) {
        String shorter = cut(word, 2);
        if (shorter.endsWith("zz")) {
            return shorter.equals("quizz") ? "quiz" : shorter;
        }
        if (shorter.endsWith("ss") || shorter.endsWith("sh") || shorter.endsWith("x") || shorter.endsWith("tz")) {
            return shorter;
        }
        if (shorter.endsWith("ch")) {
            return CHE.contains(bare) ? bare : shorter;
        }
        if (shorter.endsWith("o")) {
            return OE.contains(bare) ? bare : shorter;
        }
        return endsWithOne(shorter, ENDING_WITH_S) ? shorter : bare;
    }

    // Compounds such as "headache" and "antivirus" inflect like their last part.
    private static boolean endsWithOne(String word, Set<String> endings) {
        for (int from = 0; from <= word.length() - 3; from++) {
            if (endings.contains(word.substring(from)) && (from == 0 || word.length() - from > 3)) {
                return true;
            }
        }
        return false;
    }
}
