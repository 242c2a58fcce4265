package dev.paperround.matching.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Represents a word of a text or query, delimited by spaces, dashes and other signs.
 *
 * @param spellings folded: first as written, then with "ue" for "ü" and the like, or without an optional sign
 * @param pluralS whether the word ends with a lowercase s
 * @param linked whether only a dash separates the word from the previous one
 */
public record Word(
        List<String> spellings, int letters, int capitals, boolean pluralS, boolean linked, int start, int end) {
    // Real words are shorter than this, so longer strings are cut.
    private static final int LONGEST = 255;

    public static List<Word> of(String composed) {
        TextFolding folding = TextFolding.of(composed);
        String folded = folding.text();
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            if (folded.charAt(at) == ' ') {
                at++;
                continue;
            }
            int end = at;
            while (end < folded.length() && folded.charAt(end) != ' ' && end - at < LONGEST) {
                end++;
            }
            int previous = words.isEmpty() ? -1 : words.get(words.size() - 1).end();
            add(
                    composed,
                    folded.substring(at, end),
                    folding.sourceOffset(at),
                    folding.sourceOffset(end),
                    previous,
                    words);
            at = end;
        }
        return words;
    }

    public static List<Word> ofTyped(String text) {
        return of(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    public String spelling() {
        return spellings.get(0);
    }

    private static void add(String text, String folded, int start, int end, int previous, List<Word> words) {
        String bare = withoutPossessive(folded);
        String source = text.substring(start, Math.max(start, end));
        int letters = 0;
        int capitals = 0;
        int c;
        for (int i = 0; i < source.length(); i += Character.charCount(c)) {
            c = source.codePointAt(i);
            letters += Character.isLetter(c) ? 1 : 0;
            capitals += Character.isUpperCase(c) ? 1 : 0;
        }
        boolean possessive = bare.length() < folded.length();
        boolean pluralS = (possessive ? withoutPossessive(source) : source).endsWith("s");
        boolean linked = previous >= 0 && previous < start && isLink(text.substring(previous, start));
        words.add(new Word(
                spellings(bare, source), letters - (possessive ? 1 : 0), capitals, pluralS, linked, start, end));
    }

    private static List<String> spellings(String bare, String source) {
        boolean ascii = bare.length() == source.length() && isAscii(source);
        if (Script.isIdeographic(bare.codePointAt(0)) || ascii && bare.indexOf('\'') < 0) {
            return List.of(bare);
        }
        String other = ascii
                ? bare
                : withoutPossessive(TextFolding.of(spelledOut(source)).text().strip());
        if (other.indexOf('\'') == 1) {
            other = other.substring(0, 1) + other.substring(2);
        }
        return other.isEmpty() || other.equals(bare) || other.indexOf(' ') >= 0 ? List.of(bare) : List.of(bare, other);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    // Names are often typed this way on keyboards without umlauts.
    private static String spelledOut(String source) {
        return source.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue");
    }

    private static String withoutPossessive(String word) {
        String bare = word;
        while (bare.length() > 2 && "sS".indexOf(bare.charAt(bare.length() - 1)) >= 0 && isApostrophe(bare)) {
            bare = bare.substring(0, bare.length() - 2);
        }
        return bare;
    }

    private static boolean isApostrophe(String word) {
        return "'’ʼ＇".indexOf(word.charAt(word.length() - 2)) >= 0;
    }

    // Accepts one dash, or two as typewriters write them, possibly at the end of a line.
    private static boolean isLink(String between) {
        int dashes = 0;
        boolean lineEnded = false;
        int c;
        for (int i = 0; i < between.length(); i += Character.charCount(c)) {
            c = between.codePointAt(i);
            if (Script.isDash(c) && !lineEnded) {
                dashes++;
            } else if (dashes > 0 && (c == '\n' || lineEnded && Character.isWhitespace(c))) {
                lineEnded = true;
            } else if (Character.getType(c) != Character.FORMAT) {
                return false;
            }
        }
        return dashes == 1 || dashes == 2;
    }
}
