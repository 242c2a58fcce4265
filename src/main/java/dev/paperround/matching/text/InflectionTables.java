package dev.paperround.matching.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Loads the English words that no rule covers from inflections.txt. A line is "name: word word" or, for irregular
 * words, "form=base,base".
 */
final class InflectionTables {
    private static final Map<String, List<String>> TABLES = read();

    private InflectionTables() {}

    static Set<String> words(String name) {
        return Set.copyOf(TABLES.get(name));
    }

    static Map<String, List<String>> irregular() {
        return pairs("irregular").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, pair -> List.of(pair.getValue().split(","))));
    }

    static Map<String, String> pairs(String name) {
        return TABLES.get(name).stream()
                .map(pair -> pair.split("="))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> tables = new HashMap<>();
        try (InputStream in = InflectionTables.class.getResourceAsStream("inflections.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(": "))
                    .map(line -> line.split(": ", 2))
                    .forEach(line -> tables.merge(line[0], words(line), InflectionTables::joined));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    private static List<String> words(String[] line) {
        return Arrays.asList(line[1].strip().split(" +"));
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream())
                .distinct()
                .toList();
    }
}
