package dev.paperround.matching.tex;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class TexAccents {
    private static final Map<String, String> COMBINING = Map.ofEntries(
            Map.entry("`", "\u0300"),
            Map.entry("'", "\u0301"),
            Map.entry("^", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry("u", "\u0306"),
            Map.entry(".", "\u0307"),
            Map.entry("\"", "\u0308"),
            Map.entry("r", "\u030A"),
            Map.entry("H", "\u030B"),
            Map.entry("v", "\u030C"),
            Map.entry("d", "\u0323"),
            Map.entry("c", "\u0327"),
            Map.entry("k", "\u0328"),
            Map.entry("b", "\u0331"));

    // These letter-named accents are also recognized without braces.
    private static final Set<String> BEFORE_SPACE = Set.of("c", "v");

    private TexAccents() {}

    record Accented(String text, int end) {}

    static boolean isAccent(String command) {
        return COMBINING.containsKey(command);
    }

    static Optional<Accented> read(String command, String in, int at) {
        if (in.startsWith("{", at)) {
            Optional<Accented> inside = letter(in, at + 1);
            return inside.filter(letter -> in.startsWith("}", letter.end))
                    .flatMap(letter -> accented(command, letter.text, letter.end + 1));
        }
        if (!Character.isLetter(command.charAt(0))) {
            return letter(in, at).flatMap(letter -> accented(command, letter.text, letter.end));
        }
        boolean spaced = BEFORE_SPACE.contains(command) && in.startsWith(" ", at) && !isLetter(in, at + 2);
        return spaced
                ? letter(in, at + 1).flatMap(letter -> accented(command, letter.text, letter.end))
                : Optional.empty();
    }

    private static Optional<Accented> letter(String in, int at) {
        if (isLetter(in, at)) {
            return Optional.of(new Accented(in.substring(at, at + 1), at + 1));
        }
        boolean dotless = (in.startsWith("\\i", at) || in.startsWith("\\j", at)) && !isLetter(in, at + 2);
        return dotless ? Optional.of(new Accented(in.substring(at + 1, at + 2), at + 2)) : Optional.empty();
    }

    private static Optional<Accented> accented(String command, String letter, int end) {
        String composed = Normalizer.normalize(letter + COMBINING.get(command), Normalizer.Form.NFC);
        return composed.length() == 1 ? Optional.of(new Accented(composed, end)) : Optional.empty();
    }

    private static boolean isLetter(String in, int at) {
        return at < in.length() && Character.isLetter(in.charAt(at));
    }
}
