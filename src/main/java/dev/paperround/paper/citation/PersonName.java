package dev.paperround.paper.citation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A name in the parts by which references are sorted. Sources give names as they are printed, so the parts are guessed;
 * a name that is not clearly a person's is kept whole in {@code family}.
 */
record PersonName(String family, String given, String suffix) {
    private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");
    private static final Set<String> GROUPS = Set.of(
            "team",
            "teams",
            "group",
            "collaboration",
            "consortium",
            "lab",
            "labs",
            "laboratory",
            "project",
            "initiative",
            "community",
            "university",
            "institute",
            "and",
            "&",
            "for",
            "of",
            "the",
            "at",
            "others");

    static PersonName literal(String name) {
        return new PersonName(name, "", "");
    }

    static PersonName of(String line) {
        var words = List.of(line.replace(",", " , ").strip().split(" +"));
        if (words.stream().anyMatch(it -> GROUPS.contains(it.toLowerCase(Locale.ROOT)))) {
            return literal(line);
        }
        var comma = words.indexOf(",");
        if (comma < 0) {
            return printed(words, line);
        }
        var before = words.subList(0, comma);
        var after = words.subList(comma + 1, words.size());
        if (before.isEmpty() || after.isEmpty() || after.contains(",")) {
            return literal(line);
        }
        return after.size() == 1 && isSuffix(after.get(0))
                ? printed(Stream.concat(before.stream(), after.stream()).toList(), line)
                : new PersonName(String.join(" ", before), String.join(" ", after), "");
    }

    boolean isLiteral() {
        return given.isEmpty();
    }

    // Lower-case particles belong to the family name: Laurens van der Berg.
    private static PersonName printed(List<String> words, String line) {
        var end = words.size() > 2 && isSuffix(words.get(words.size() - 1)) ? words.size() - 1 : words.size();
        if (end < 2) {
            return literal(line);
        }
        var family = end - 1;
        while (family > 1 && Character.isLowerCase(words.get(family - 1).codePointAt(0))) {
            family--;
        }
        return new PersonName(
                String.join(" ", words.subList(family, end)),
                String.join(" ", words.subList(0, family)),
                String.join(" ", words.subList(end, words.size())));
    }

    private static boolean isSuffix(String word) {
        return SUFFIXES.contains(word.toLowerCase(Locale.ROOT));
    }
}
