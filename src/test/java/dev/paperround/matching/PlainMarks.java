package dev.paperround.matching;

import dev.paperround.matching.query.PhraseStep;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.matching.text.AnalyzedText;
import dev.paperround.matching.text.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Marks as one would without hurry: every text read anew, every thing looked for tried at every word. */
final class PlainMarks {
    private PlainMarks() {}

    static String mark(String tex, Field field, List<Query> queries) {
        AnalyzedText reading = AnalyzedText.read(tex, field != Field.AUTHORS);
        String text = reading.text();
        boolean[] inside = new boolean[text.length() + 1];
        boolean[] joined = new boolean[text.length() + 1];
        for (Query query : queries) {
            for (QueryTerm leaf : query.positiveLeaves()) {
                if (leaf instanceof QueryTerm.Text sought && sought.appliesTo(field)) {
                    paint(PhraseStep.of(sought, field), reading, inside, joined);
                }
            }
        }
        return html(text, inside, joined);
    }

    private static void paint(
            List<List<PhraseStep.Candidate>> sought, AnalyzedText reading, boolean[] inside, boolean[] joined) {
        for (int i = 0; i < reading.size(); i++) {
            for (int last : ends(sought, 0, i, reading)) {
                int end = reading.end(last - 1);
                for (int at = reading.start(i); at < end; at++) {
                    inside[at] = true;
                    joined[at + 1] |= at + 1 < end;
                }
            }
        }
    }

    private static Set<Integer> ends(List<List<PhraseStep.Candidate>> sought, int next, int at, AnalyzedText reading) {
        Set<Integer> ends = new TreeSet<>();
        if (next == sought.size()) {
            ends.add(at);
        } else if (at < reading.size()) {
            for (PhraseStep.Candidate candidate : sought.get(next)) {
                PhraseStep step = candidate.step();
                for (int parts = step.fewest(); parts <= step.most(); parts++) {
                    if (parts == 1 || parts <= reading.mostParts()) {
                        if (reading.terms(at, parts).stream().anyMatch(term -> fits(step, term))) {
                            ends.addAll(ends(sought, candidate.next(), at + parts, reading));
                        }
                    }
                }
            }
        }
        return ends;
    }

    private static boolean fits(PhraseStep step, String term) {
        return step.terms().stream().anyMatch(sought -> step.begun() ? term.startsWith(sought) : term.equals(sought));
    }

    /** Marks that touch stay two; {@code joined} tells a mark's inner borders from its end. */
    private static String html(String text, boolean[] inside, boolean[] joined) {
        StringBuilder html = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            html.append(inside[at] && !joined[at] ? "<mark>" : "");
            html.append(escaped(text.charAt(at)));
            html.append(inside[at] && !joined[at + 1] ? "</mark>" : "");
        }
        return html.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> Character.toString(c);
        };
    }
}
