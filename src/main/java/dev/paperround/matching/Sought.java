package dev.paperround.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a query looks for in texts, by the word it begins with: a text is gone through once, however much that is. */
final class Sought {
    private record Phrase(Leaf.Text leaf, List<String> stems) {
        static Phrase of(Leaf.Text leaf) {
            return new Phrase(
                    leaf, leaf.words().stream().map(EnglishInflections::stem).toList());
        }

        boolean standsAt(int at, Reading reading) {
            int last = stems.size() - 1;
            if (at + last >= reading.size()) {
                return false;
            }
            for (int i = 0; i <= last; i++) {
                WordForm word = reading.word(at + i);
                boolean begun = leaf.prefix() && i == last;
                if (begun
                        ? !word.surface().startsWith(leaf.words().get(last))
                        : !word.stem().equals(stems.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, List<Phrase>> byFirstStem = new HashMap<>();
    private final List<Phrase> prefixes = new ArrayList<>();

    Sought(Collection<Leaf> leaves) {
        for (Leaf leaf : leaves) {
            if (leaf instanceof Leaf.Text text) {
                add(Phrase.of(text));
            }
        }
    }

    private void add(Phrase phrase) {
        if (phrase.leaf().prefix() && phrase.stems().size() == 1) {
            prefixes.add(phrase);
        } else {
            byFirstStem
                    .computeIfAbsent(phrase.stems().get(0), stem -> new ArrayList<>())
                    .add(phrase);
        }
    }

    /** Adds what stands in the text, in any order and more than once where phrases share words. */
    void find(Reading reading, Field field, List<Spans.Span> found) {
        for (int at = 0; at < reading.size(); at++) {
            addAt(at, byFirstStem.getOrDefault(reading.word(at).stem(), List.of()), reading, field, found);
            addAt(at, prefixes, reading, field, found);
        }
    }

    private static void addAt(int at, List<Phrase> phrases, Reading reading, Field field, List<Spans.Span> found) {
        for (Phrase phrase : phrases) {
            if (phrase.leaf().appliesTo(field) && phrase.standsAt(at, reading)) {
                int start = reading.start(at);
                int end = reading.end(at + phrase.stems().size() - 1);
                // Half a character, as the 1 of ½, has no extent of its own.
                if (start < end) {
                    found.add(new Spans.Span(start, end));
                }
            }
        }
    }
}
