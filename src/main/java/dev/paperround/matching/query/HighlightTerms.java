package dev.paperround.matching.query;

import dev.paperround.matching.text.AnalyzedText;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.NameKeys;
import dev.paperround.matching.text.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups the phrases of queries by their first term, so that one pass over a text finds any number of them. */
final class HighlightTerms {
    private record Start(Phrase phrase, PhraseStep.Candidate first) {
        boolean standsAs(String term, int parts) {
            PhraseStep step = first.step();
            if (parts < step.fewest() || parts > step.most()) {
                return false;
            }
            return step.begun()
                    ? step.terms().stream().anyMatch(term::startsWith)
                    : step.terms().contains(term);
        }
    }

    private record Phrase(List<List<PhraseStep.Candidate>> candidates) {
        void addEnds(int next, int at, AnalyzedText reading, Set<Long> seen, Set<Integer> ends) {
            if (next == candidates.size()) {
                ends.add(at);
                return;
            }
            if (at >= reading.size() || !seen.add((long) next << 32 | at)) {
                return;
            }
            for (PhraseStep.Candidate candidate : candidates.get(next)) {
                for (int parts = 1; parts <= reading.mostParts(); parts++) {
                    for (String term : reading.terms(at, parts)) {
                        if (new Start(this, candidate).standsAs(term, parts)) {
                            addEnds(candidate.next(), at + parts, reading, seen, ends);
                        }
                    }
                }
            }
        }
    }

    private static final class InField {
        private final Map<String, List<Start>> byTerm = new HashMap<>();
        private final List<Start> prefixes = new ArrayList<>();

        void add(QueryTerm.Text leaf, Field field) {
            Phrase phrase = new Phrase(PhraseStep.of(leaf, field));
            for (PhraseStep.Candidate first : phrase.candidates().get(0)) {
                Start start = new Start(phrase, first);
                if (first.step().begun()) {
                    prefixes.add(start);
                } else {
                    first.step().terms().forEach(term -> byTerm.computeIfAbsent(term, known -> new ArrayList<>())
                            .add(start));
                }
            }
        }

        void find(AnalyzedText reading, List<HighlightSpans.Span> found) {
            for (int at = 0; at < reading.size(); at++) {
                for (int parts = 1; parts <= reading.mostParts(); parts++) {
                    for (String term : reading.terms(at, parts)) {
                        addAt(at, parts, term, byTerm.getOrDefault(term, List.of()), reading, found);
                        addAt(at, parts, term, prefixes, reading, found);
                    }
                }
            }
        }

        private static void addAt(
                int at,
                int parts,
                String term,
                List<Start> starts,
                AnalyzedText reading,
                List<HighlightSpans.Span> found) {
            for (Start start : starts) {
                if (start.standsAs(term, parts)) {
                    Set<Integer> ends = new HashSet<>();
                    start.phrase().addEnds(start.first().next(), at + parts, reading, new HashSet<>(), ends);
                    ends.forEach(end -> addSpan(reading.start(at), reading.end(end - 1), found));
                }
            }
        }

        // Part of a character, such as the 1 in ½, has no position of its own.
        private static void addSpan(int start, int end, List<HighlightSpans.Span> found) {
            if (start < end) {
                found.add(new HighlightSpans.Span(start, end));
            }
        }
    }

    private final Map<Field, InField> byField = new EnumMap<>(Field.class);
    private final Set<String> nameKeys = new HashSet<>();

    HighlightTerms(Collection<QueryTerm> leaves) {
        for (Field field : Field.values()) {
            byField.put(field, new InField());
        }
        for (QueryTerm leaf : leaves) {
            if (leaf instanceof QueryTerm.Text text) {
                nameKeys.addAll(text.nameKeys());
                byField.forEach((field, sought) -> {
                    if (text.appliesTo(field)) {
                        sought.add(text, field);
                    }
                });
            }
        }
    }

    void find(AnalyzedText reading, Field field, List<HighlightSpans.Span> found) {
        byField.get(field).find(reading, found);
        if (field == Field.AUTHORS && !nameKeys.isEmpty()) {
            findNames(reading.text(), found);
        }
    }

    // Authors are shown on one line, separated by commas.
    private void findNames(String authors, List<HighlightSpans.Span> found) {
        int start = 0;
        for (String author : authors.split(", ", -1)) {
            if (NameKeys.ofAuthor(Word.of(author), author).stream().anyMatch(nameKeys::contains)) {
                found.add(new HighlightSpans.Span(start, start + author.length()));
            }
            start += author.length() + 2;
        }
    }
}
