package dev.paperround.matching.text;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class AmericanSpelling {
    private static final Map<String, String> WORDS = InflectionTables.pairs("american");
    private static final Set<String> ISE = InflectionTables.words("ise");
    private static final Map<String, String> PIECES = InflectionTables.pairs("american-piece");
    private static final Pattern PIECE = Pattern.compile(String.join("|", PIECES.keySet()));
    private static final Pattern OUR =
            Pattern.compile("(" + String.join("|", InflectionTables.words("our")) + ")our(?!s?est)");
    private static final Pattern ENDING_OF_ISE = Pattern.compile("is(?=(?:e|es|ed|ing|er|ers|ations?|able|ability)$)");
    private static final Pattern ENDING_OF_YSE = Pattern.compile("(?<=al|rol)ys(?=(?:e|ed|ing|er|ers)$)");

    private AmericanSpelling() {}

    static String of(String word) {
        if (word.length() < 4) {
            return word;
        }
        String known = WORDS.get(word);
        if (known != null) {
            return known;
        }
        String pieces = holdsPiece(word) ? PIECE.matcher(word).replaceAll(piece -> PIECES.get(piece.group())) : word;
        String or = pieces.contains("our") ? OUR.matcher(pieces).replaceAll("$1or") : pieces;
        String yze = or.contains("ys") ? ENDING_OF_YSE.matcher(or).replaceAll("yz") : or;
        return yze.contains("is") ? withIze(yze) : yze;
    }

    // This check is far cheaper than a regular expression, and most words contain none of the pieces.
    private static boolean holdsPiece(String word) {
        for (String piece : PIECES.keySet()) {
            if (word.contains(piece)) {
                return true;
            }
        }
        return false;
    }

    // Handles verbs whose ending hid the spelling of the base form.
    static String ofBase(String base) {
        return WORDS.getOrDefault(base, base);
    }

    private static String withIze(String word) {
        Matcher ending = ENDING_OF_ISE.matcher(word);
        if (!ending.find() || ending.start() < 3) {
            return word;
        }
        String stem = word.substring(0, ending.start());
        return ISE.stream().anyMatch(stem::endsWith) ? word : stem + "iz" + word.substring(ending.end());
    }
}
