package dev.paperround.matching;

import dev.paperround.matching.text.PaperText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Papers written in one line, as in matches.txt. */
public final class InventedPaperTexts {
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private InventedPaperTexts() {}

    public static PaperText read(String line) {
        Map<String, String> parts = new HashMap<>();
        for (String part : unescaped(line).split(" ; ")) {
            int equals = part.indexOf('=');
            boolean named = equals > 0 && part.substring(0, equals).matches("[a-z]+");
            parts.put(named ? part.substring(0, equals) : "title", named ? part.substring(equals + 1) : part);
        }
        return new PaperText(
                parts.get("title"),
                parts.get("abstract"),
                list(parts.get("authors"), "[;,] "),
                parts.get("org"),
                list(parts.get("keywords"), ", "),
                parts.containsKey("upvotes") ? Integer.valueOf(parts.get("upvotes")) : null);
    }

    static String unescaped(String text) {
        String decoded = UNICODE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        return decoded.replace("\\n", "\n").replace("\\\\", "\\");
    }

    private static List<String> list(String values, String separator) {
        return values == null ? null : List.of(values.split(separator));
    }
}
