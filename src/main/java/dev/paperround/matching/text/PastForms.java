package dev.paperround.matching.text;

import static dev.paperround.matching.text.EnglishInflections.cut;

import java.util.Set;

/** Finds the base of -ed and -ing forms. The letters before the ending usually show whether an e was dropped. */
final class PastForms {
    private static final Set<String> WITH_E = InflectionTables.words("with-e");
    private static final Set<String> WITHOUT_E = InflectionTables.words("without-e");
    private static final Set<String> DOUBLED = InflectionTables.words("doubled");

    private PastForms() {}

    static String base(String word) {
        if (word.endsWith("ied")) {
            return word.length() < 5 ? cut(word, 1) : cut(word, 3) + "y";
        }
        if (word.endsWith("eed") || word.endsWith("eing") && word.length() < 6) {
            return word.matches("(agr|disagr|fr|guarant|decr|refer|absent|tr)eed") ? cut(word, 1) : word;
        }
        String stem = word.endsWith("ed") ? cut(word, 2) : word.endsWith("ing") ? cut(word, 3) : "";
        return stem.length() < 2 || vowelGroups(stem) == 0 ? word : repaired(stem);
    }

    private static String repaired(String stem) {
        if (isListed(stem, WITHOUT_E)) {
            return stem;
        }
        if (isListed(stem, WITH_E)) {
            return stem + "e";
        }
        int last = stem.length() - 1;
        char end = stem.charAt(last);
        if (last > 1 && end == stem.charAt(last - 1) && !isVowel(stem, last)) {
            return isDoubled(stem) ? stem : cut(stem, 1);
        }
        return dropsE(stem) ? stem + "e" : stem;
    }

    private static boolean isDoubled(String stem) {
        if (isListed(stem, DOUBLED)) {
            return true;
        }
        return switch (stem.charAt(stem.length() - 1)) {
            case 's', 'f', 'z' -> true;
            case 'l' -> vowelGroups(stem) == 1 && !isVowel(stem, stem.length() - 4);
            default -> false;
        };
    }

    private static boolean dropsE(String stem) {
        int last = stem.length() - 1;
        char end = stem.charAt(last);
        if ("csuvz".indexOf(end) >= 0) {
            return !stem.endsWith("tz");
        }
        if (isVowel(stem, last) || "hjqwxy".indexOf(end) >= 0) {
            return false;
        }
        if (!isVowel(stem, last - 1)) {
            return afterConsonant(stem, end, stem.charAt(last - 1));
        }
        if (last > 1 && isVowel(stem, last - 2)) {
            return stem.endsWith("iat") || stem.endsWith("uat");
        }
        return vowelGroups(stem) == 1 || afterVowel(stem.substring(last - 1));
    }

    private static boolean afterConsonant(String stem, char end, char before) {
        return switch (end) {
            case 'l' -> "rwh".indexOf(before) < 0;
            case 'g' -> before != 'n' || stem.endsWith("eng") || stem.endsWith("ung");
            case 'r' -> true;
            default -> false;
        };
    }

    // Applies to words of several syllables; exceptions are listed in the tables.
    private static boolean afterVowel(String ending) {
        return switch (ending.charAt(1)) {
            case 'b', 'd', 'g', 'k', 'p' -> true;
            case 'l' -> ending.equals("il") || ending.equals("ul");
            case 'm' -> ending.equals("um");
            case 'n' -> ending.equals("in") || ending.equals("un");
            case 'r' -> "aiu".indexOf(ending.charAt(0)) >= 0;
            case 't' -> "au".indexOf(ending.charAt(0)) >= 0;
            default -> false;
        };
    }

    // Longer listed words also match at the end of compounds, such as "tune" in "finetune".
    private static boolean isListed(String stem, Set<String> list) {
        if (list.contains(stem)) {
            return true;
        }
        for (int from = 1; from <= stem.length() - 3; from++) {
            if (list.contains("-" + stem.substring(from))) {
                return true;
            }
        }
        return list.contains("-" + stem);
    }

    private static int vowelGroups(String word) {
        int groups = 0;
        for (int i = 0; i < word.length(); i++) {
            if (isVowel(word, i) && (i == 0 || !isVowel(word, i - 1))) {
                groups++;
            }
        }
        return groups;
    }

    private static boolean isVowel(String word, int at) {
        if (at < 0) {
            return false;
        }
        char c = word.charAt(at);
        return switch (c) {
            case 'a', 'e', 'i', 'o' -> true;
            case 'u' -> at == 0 || word.charAt(at - 1) != 'q';
            case 'y' -> at > 0 && !isVowel(word, at - 1);
            default -> false;
        };
    }
}
