package dev.paperround.matching.query;

import dev.paperround.matching.text.EnglishInflections;
import dev.paperround.matching.text.IndexTerm;
import dev.paperround.matching.text.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes a word to look for, alone or in a phrase.
 *
 * @param spellings folded, and without the s if the word is a plural acronym
 * @param inAcronym whether the word is part of one typed as an acronym, such as "GPT-4"
 * @param linked whether a dash must stand before the word
 */
public record PhrasePart(List<String> spellings, Demand demand, boolean inAcronym, boolean linked) {
    enum Demand {
        ANY_FORM,
        // An acronym inside a longer word, as in "RAG-based", matches in any case but only with a plural ending.
        NO_FORM,
        CAPITALS,
        ONE_CAPITAL,
        AS_WRITTEN
    }

    static List<PhrasePart> of(List<Word> words, boolean asWritten) {
        List<PhrasePart> parts = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            int to = from + 1;
            while (to < words.size() && words.get(to).linked()) {
                to++;
            }
            List<Word> compound = words.subList(from, to);
            parts.addAll(asWritten ? asWritten(compound) : ofCompound(compound));
            from = to;
        }
        return List.copyOf(parts);
    }

    public String spelling() {
        return spellings.get(0);
    }

    private static List<PhrasePart> asWritten(List<Word> compound) {
        boolean joins = compound.size() <= IndexTerm.MOST_PARTS;
        for (int i = 1; i < compound.size(); i++) {
            joins &= IndexTerm.canJoin(
                    compound.get(i - 1).spelling(), compound.get(i).spelling());
        }
        List<PhrasePart> parts = new ArrayList<>();
        for (Word word : compound) {
            parts.add(new PhrasePart(word.spellings(), Demand.AS_WRITTEN, false, joins && word.linked()));
        }
        return parts;
    }

    private static List<PhrasePart> ofCompound(List<Word> compound) {
        int letters = compound.stream().mapToInt(Word::letters).sum();
        int capitals = compound.stream().mapToInt(Word::capitals).sum();
        Word last = compound.get(compound.size() - 1);
        List<PhrasePart> parts = new ArrayList<>();
        for (Word word : compound) {
            if (IndexTerm.isAcronym(letters, capitals, last.pluralS())) {
                boolean plural =
                        word == last && word.pluralS() && word.spelling().length() > 1;
                parts.add(new PhrasePart(
                        plural ? singular(word) : word.spellings(), demand(word.capitals()), true, false));
            } else {
                boolean acronym =
                        compound.size() > 1 && IndexTerm.isAcronym(word.letters(), word.capitals(), word.pluralS());
                parts.add(new PhrasePart(word.spellings(), acronym ? Demand.NO_FORM : Demand.ANY_FORM, false, false));
            }
        }
        return parts;
    }

    private static List<String> singular(Word word) {
        return word.spellings().stream()
                .map(spelling -> EnglishInflections.cut(spelling, 1))
                .toList();
    }

    private static Demand demand(int capitals) {
        return capitals > 1 ? Demand.CAPITALS : capitals == 1 ? Demand.ONE_CAPITAL : Demand.ANY_FORM;
    }
}
