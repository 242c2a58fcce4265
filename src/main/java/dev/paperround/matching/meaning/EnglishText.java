package dev.paperround.matching.meaning;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Guesses whether a text is English, by its letters and its commonest words. */
public final class EnglishText {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private static final Set<String> ENGLISH = Set.of("""
            a about an and are as at by for from how in into is it learn learning model models of on or rather that the \
            their them these they this to using we what when which with without""".split("\\s+"));

    // Of German, French, Spanish, Italian, Portuguese and Dutch, as far as English has them not.
    private static final Set<String> OTHERS = Set.of("""
            auf aus bei das dem den der die durch ein eine einem einen einer für im ist mit nicht oder ohne sich sie und \
            von wie wird zu zum zur au aux avec dans des du est et la le les ou par pour qui sans sur un une con de del \
            el en los las para por que sin y che della di gli il nel per sono com da do em não os uma een het met \
            niet op van voor zijn""".split("\\s+"));

    private EnglishText() {}

    public static boolean isLikely(String text) {
        var letters = text.codePoints().filter(Character::isLetter).toArray();
        long latin = java.util.Arrays.stream(letters)
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        if (latin * 2 < letters.length) {
            return false;
        }
        List<String> words = List.of(NO_LETTERS.split(text.toLowerCase(Locale.ROOT)));
        long english = words.stream().filter(ENGLISH::contains).count();
        long others = words.stream().filter(OTHERS::contains).count();
        return others < 2 || english >= others;
    }
}
