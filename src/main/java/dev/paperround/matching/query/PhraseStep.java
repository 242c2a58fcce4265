package dev.paperround.matching.query;

import dev.paperround.matching.text.EnglishInflections;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.IndexTerm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Describes one way to match consecutive parts of a phrase at one place in a text.
 *
 * @param terms alternatives, without the mark for the number of joined words
 * @param begun whether a term only needs to begin with one of the alternatives
 * @param fewest the smallest number of dash-joined words in the text that the step may cover
 * @param most the largest such number
 */
public record PhraseStep(Set<String> terms, boolean begun, int fewest, int most) {
    public static List<List<Candidate>> of(QueryTerm.Text leaf, Field field) {
        List<List<Candidate>> byStart = new ArrayList<>();
        for (int from = 0; from < leaf.parts().size(); from++) {
            List<Candidate> here = new ArrayList<>();
            int most = Math.min(IndexTerm.MOST_PARTS, leaf.parts().size() - from);
            for (int count = 1; count <= most; count++) {
                for (PhraseStep step : of(leaf, from, count, field)) {
                    here.add(new Candidate(step, from + count));
                }
            }
            byStart.add(here);
        }
        return byStart;
    }

    public boolean isOfAnyParts() {
        return begun || fewest == 1 && most == IndexTerm.MOST_PARTS;
    }

    // next is the index of the first part after the step.
    public record Candidate(PhraseStep step, int next) {}

    private static List<PhraseStep> of(QueryTerm.Text leaf, int from, int count, Field field) {
        List<PhrasePart> parts = leaf.parts().subList(from, from + count);
        boolean begun = leaf.prefix() && from + count == leaf.parts().size();
        boolean asWritten = parts.get(0).demand() == PhrasePart.Demand.AS_WRITTEN;
        if (count > 1 && !canJoin(parts, asWritten) || isTorn(leaf, from, count)) {
            return List.of();
        }
        Set<String> terms = new LinkedHashSet<>();
        for (String spelling : joined(parts)) {
            if (begun || asWritten) {
                terms.add(IndexTerm.WRITTEN + spelling);
            } else if (count == 1) {
                addForms(parts.get(0), spelling, field, terms);
            } else {
                addJoinedForms(parts, spelling, field, terms);
            }
        }
        boolean single = count == 1 && parts.get(0).demand() == PhrasePart.Demand.ONE_CAPITAL;
        int fewest = asWritten && !begun ? count : 1;
        return List.of(
                new PhraseStep(terms, begun, fewest, asWritten && !begun || single ? count : IndexTerm.MOST_PARTS));
    }

    private static void addForms(PhrasePart part, String spelling, Field field, Set<String> terms) {
        switch (part.demand()) {
            case ANY_FORM -> addBases(IndexTerm.BASE, EnglishInflections.bases(spelling), spelling, field, terms);
            case ONE_CAPITAL -> EnglishInflections.bases(spelling).forEach(base -> terms.add(IndexTerm.CAPITAL + base));
            case CAPITALS -> terms.add(IndexTerm.ACRONYM + spelling);
            case NO_FORM -> {
                terms.add(IndexTerm.WRITTEN + spelling);
                terms.add(IndexTerm.WRITTEN + spelling + "s");
            }
            case AS_WRITTEN -> terms.add(IndexTerm.WRITTEN + spelling);
        }
    }

    private static void addJoinedForms(List<PhrasePart> parts, String joined, Field field, Set<String> terms) {
        boolean acronym =
                parts.stream().anyMatch(part -> part.inAcronym() && part.demand() != PhrasePart.Demand.ANY_FORM);
        if (acronym && joined.codePoints().filter(Character::isLetter).count() <= 6) {
            terms.add(IndexTerm.ACRONYM + joined);
            return;
        }
        addBases(IndexTerm.BASE, EnglishInflections.bases(joined), joined, field, terms);
        if (field != Field.AUTHORS) {
            String last = parts.get(parts.size() - 1).spelling();
            if (joined.endsWith(last)) {
                String beginning = EnglishInflections.cut(joined, last.length());
                EnglishInflections.bases(last).forEach(base -> terms.add(IndexTerm.BASE + beginning + base));
            }
        }
    }

    private static void addBases(char kind, Collection<String> bases, String spelling, Field field, Set<String> terms) {
        if (field == Field.AUTHORS) {
            terms.add(kind + spelling);
        } else {
            bases.forEach(base -> terms.add(kind + base));
        }
    }

    // Linked words are matched as written, so a step must not separate them.
    private static boolean isTorn(QueryTerm.Text leaf, int from, int count) {
        int next = from + count;
        return from > 0 && leaf.parts().get(from).linked()
                || next < leaf.parts().size() && leaf.parts().get(next).linked();
    }

    private static boolean canJoin(List<PhrasePart> parts, boolean asWritten) {
        for (int i = 1; i < parts.size(); i++) {
            boolean joins =
                    IndexTerm.canJoin(parts.get(i - 1).spelling(), parts.get(i).spelling());
            if (!joins || asWritten && !parts.get(i).linked()) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> joined(List<PhrasePart> parts) {
        StringBuilder first = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (PhrasePart part : parts) {
            first.append(part.spelling());
            other.append(part.spellings().get(part.spellings().size() - 1));
        }
        return new LinkedHashSet<>(List.of(first.toString(), other.toString()));
    }
}
