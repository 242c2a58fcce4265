package dev.paperround.matching;

import java.util.Map;
import java.util.Set;

/**
 * Takes plural, -ed and -ing endings off, and nothing more: steps 1 and 5 of M. F. Porter, "An algorithm for suffix
 * stripping", Program 14(3), 1980, with the repairs of its successor for short words (snowballstem.org, "English
 * (Porter2)"). Steps 2 to 4 are left out because they make one word of organ, organize and organization.
 */
final class EnglishInflections {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("matrices", "matrix"),
            Map.entry("indices", "index"),
            Map.entry("vertices", "vertex"),
            Map.entry("appendices", "appendix"),
            Map.entry("corpora", "corpus"),
            Map.entry("axes", "axis"),
            Map.entry("theses", "thesis"),
            Map.entry("buses", "bus"),
            Map.entry("gases", "gas"),
            Map.entry("goes", "go"),
            Map.entry("does", "do"),
            Map.entry("freed", "free"),
            Map.entry("queued", "queue"),
            Map.entry("queuing", "queue"),
            Map.entry("ids", "id"),
            Map.entry("apis", "api"),
            Map.entry("guis", "gui"),
            Map.entry("clis", "cli"),
            Map.entry("mris", "mri"),
            Map.entry("gpus", "gpu"),
            Map.entry("cpus", "cpu"),
            Map.entry("tpus", "tpu"),
            Map.entry("npus", "npu"),
            Map.entry("relus", "relu"),
            Map.entry("grus", "gru"),
            Map.entry("menus", "menu"));

    private static final Set<String> UNCHANGED = Set.of(
            "news", "lens", "atlas", "canvas", "whereas", "chaos", "cosmos", "ethos", "logos", "embed", "evening", "us",
            "is", "as", "this", "perhaps", "always");

    private EnglishInflections() {}

    static String stem(String word) {
        if (word.length() < 3 || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return word;
        }
        if (IRREGULAR.containsKey(word)) {
            return IRREGULAR.get(word);
        }
        String singular = UNCHANGED.contains(word) ? word : withoutPlural(word);
        String base = UNCHANGED.contains(singular) ? singular : withoutPast(singular);
        return withoutLastLetter(withI(base));
    }

    private static String withoutPlural(String word) {
        if (word.endsWith("sses")) {
            return cut(word, 2);
        }
        if (word.endsWith("ies")) {
            return cut(word, word.length() > 4 ? 2 : 1);
        }
        if (word.endsWith("ysis") || word.endsWith("sis") && word.length() > 6) {
            return cut(word, 2);
        }
        boolean singular = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is") || word.endsWith("ias");
        boolean shortWord = word.length() == 3 && (isVowel(word, 0) || isVowel(word, 1));
        return !word.endsWith("s") || singular || shortWord ? word : cut(word, 1);
    }

    private static String withoutPast(String word) {
        if (word.endsWith("eed")) {
            return measure(cut(word, 3)) > 0 && !word.endsWith("ceed") ? cut(word, 1) : word;
        }
        if (word.endsWith("ied")) {
            return cut(word, word.length() > 4 ? 2 : 1);
        }
        String stem = word.endsWith("ed") ? cut(word, 2) : word.endsWith("ing") ? cut(word, 3) : "";
        return hasVowel(stem) && stem.length() > 1 ? repaired(stem) : word;
    }

    private static String repaired(String stem) {
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
            return stem + "e";
        }
        int last = stem.length() - 1;
        if (last > 1 && stem.charAt(last) == stem.charAt(last - 1) && !isVowel(stem, last)) {
            boolean belongs = "lsz".indexOf(stem.charAt(last)) >= 0 || last == 2 && isVowel(stem, 0);
            return belongs ? stem : cut(stem, 1);
        }
        return measure(stem) == 1 && endsShort(stem) ? stem + "e" : stem;
    }

    private static String withI(String word) {
        int last = word.length() - 1;
        return last > 1 && word.endsWith("y") && !isVowel(word, last - 1) ? cut(word, 1) + "i" : word;
    }

    private static String withoutLastLetter(String word) {
        if (word.endsWith("e")) {
            String stem = cut(word, 1);
            int measure = measure(stem);
            return measure > 1 || measure == 1 && !endsShort(stem) ? stem : word;
        }
        return word.endsWith("ll") && measure(word) > 1 ? cut(word, 1) : word;
    }

    /** Porter's m: how often a vowel is followed by a consonant. */
    private static int measure(String word) {
        int measure = 0;
        for (int i = 1; i < word.length(); i++) {
            if (isVowel(word, i - 1) && !isVowel(word, i)) {
                measure++;
            }
        }
        return measure;
    }

    /** Ends like "hop", or is as short as "us" of "using": the e of hope and use belongs to such an ending. */
    private static boolean endsShort(String word) {
        int last = word.length() - 1;
        if (last < 1 || isVowel(word, last) || !isVowel(word, last - 1)) {
            return false;
        }
        return last == 1 || !isVowel(word, last - 2) && "wxy".indexOf(word.charAt(last)) < 0;
    }

    private static boolean hasVowel(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isVowel(word, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowel(String word, int at) {
        char c = word.charAt(at);
        return "aeiou".indexOf(c) >= 0 || c == 'y' && at > 0 && !isVowel(word, at - 1);
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
