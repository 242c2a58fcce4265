package dev.paperround.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parses header fields, or report fields in the same form; lines end with LF. */
record HeaderFields(List<Field> all) {
    private static final Pattern BLANK_LINE = Pattern.compile("\n[ \\t]*\n");
    private static final Pattern FOLD = Pattern.compile("\n[ \\t]+");

    // The name is in lower case.
    record Field(String name, String value) {}

    // Reads up to the first blank line and skips lines that are not fields.
    static HeaderFields read(String text) {
        var block = BLANK_LINE.split(text.replaceFirst("^\n+", ""), 2)[0];
        var fields = new ArrayList<Field>();
        for (var line : FOLD.matcher(block).replaceAll(" ").split("\n")) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                fields.add(new Field(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip()));
            }
        }
        return new HeaderFields(fields);
    }

    static List<HeaderFields> blocks(String text) {
        return BLANK_LINE
                .splitAsStream(text)
                .map(HeaderFields::read)
                .filter(it -> !it.all.isEmpty())
                .toList();
    }

    Optional<String> first(String name) {
        return all.stream()
                .filter(it -> it.name.equals(name))
                .map(Field::value)
                .filter(it -> !it.isBlank())
                .findFirst();
    }

    boolean has(String name) {
        return first(name).isPresent();
    }

    String lines() {
        return all.stream().map(it -> it.name + ": " + it.value).collect(Collectors.joining("\n"));
    }

    String values() {
        return all.stream().map(Field::value).collect(Collectors.joining("\n"));
    }
}
