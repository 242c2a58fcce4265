package dev.paperround.matching.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Creates the terms that stand at a word's position in the index. The first character gives the kind:
 *
 * <pre>
 * wfilter    a form of "filter": filter, filters, filtering (names have no forms, so this is the spelling)
 * =filters   spelled "filters" in any case; used for prefixes and for "=filters"
 * ^rag       "RAG" with two or more capitals, or its plural "RAGs"
 * Cnet       a form of "net" with a capital
 * Nj. muller a name whose first name begins with j, see NameKeys; only in the authors
 * </pre>
 *
 * Words joined by dashes also have terms for the joined word, at the position of the first one, followed by a mark and
 * the number of words: "pre-training" has wpre, wtrain one position later, and wpretrain\u00012.
 */
public final class IndexTerm {
    public static final char BASE = 'w';
    public static final char WRITTEN = '=';
    public static final char ACRONYM = '^';
    public static final char CAPITAL = 'C';
    static final char NAME = 'N';
    static final char PARTS_MARK = '\u0001';

    // Longer chains of words joined by dashes are not read as one word. "state-of-the-art" has four parts.
    public static final int MOST_PARTS = 5;

    private static final int LONGEST_ACRONYM = 6;

    private IndexTerm() {}

    public static String joined(String term, int parts) {
        return parts == 1 ? term : term + PARTS_MARK + parts;
    }

    public static String withoutParts(String term) {
        int mark = term.length() - 2;
        return mark > 0 && term.charAt(mark) == PARTS_MARK ? term.substring(0, mark) : term;
    }

    public static int parts(String term) {
        int mark = term.length() - 2;
        return mark > 0 && term.charAt(mark) == PARTS_MARK ? term.charAt(mark + 1) - '0' : 1;
    }

    public static boolean isAcronym(int letters, int capitals, boolean pluralS) {
        return capitals > 1 && letters - (pluralS ? 1 : 0) <= LONGEST_ACRONYM;
    }

    static List<String> of(List<Word> words, boolean inflected) {
        Set<String> terms = new LinkedHashSet<>();
        Word last = words.get(words.size() - 1);
        int letters = words.stream().mapToInt(Word::letters).sum();
        int capitals = words.stream().mapToInt(Word::capitals).sum();
        Collection<String> spellings = spellings(words);
        for (String spelling : spellings) {
            terms.add(BASE + spelling);
            if (inflected) {
                terms.remove(BASE + spelling);
                bases(words, spelling).forEach(base -> terms.add(BASE + base));
            }
            terms.add(WRITTEN + spelling);
            if (capitals > 0 && words.size() == 1 && letters < LONGEST_ACRONYM) {
                bases(words, spelling).forEach(base -> terms.add(CAPITAL + base));
            }
            if (isAcronym(letters, capitals, last.pluralS())) {
                acronym(spelling, last.pluralS(), terms);
            }
        }
        return List.copyOf(terms);
    }

    private static void acronym(String spelling, boolean pluralS, Set<String> terms) {
        String singular = pluralS && spelling.endsWith("s") ? EnglishInflections.cut(spelling, 1) : spelling;
        terms.add(ACRONYM + singular);
        if (singular.length() < spelling.length()) {
            terms.add(BASE + singular);
            terms.add(CAPITAL + singular);
        } else if (singular.length() > 2 && (singular.endsWith("u") || singular.endsWith("i"))) {
            // A lowercase "gpus" looks like "virus" and therefore keeps its s.
            terms.add(BASE + singular + "s");
        }
    }

    // The plus of "LoRA+" may be omitted, but the signs of "C++" may not.
    private static Set<String> spellings(List<Word> words) {
        Set<String> joined = joinedSpellings(words);
        Set<String> spellings = new LinkedHashSet<>();
        for (String spelling : joined) {
            spellings.add(spelling);
            int sign = spelling.length() - 1;
            if (sign > 0 && spelling.charAt(sign) == '+' && spelling.charAt(sign - 1) != '+') {
                spellings.add(spelling.substring(0, sign));
            }
        }
        return spellings;
    }

    static Set<String> joinedSpellings(List<Word> words) {
        StringBuilder first = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (Word word : words) {
            first.append(word.spelling());
            other.append(word.spellings().get(word.spellings().size() - 1));
        }
        return new LinkedHashSet<>(
                List.of(first.toString(), other.toString()).subList(0, differ(first, other) ? 2 : 1));
    }

    private static boolean differ(CharSequence some, CharSequence others) {
        return CharSequence.compare(some, others) != 0;
    }

    // "meta-analyses" also has the base "metaanalysis", because its last part is inflected separately.
    static Set<String> bases(List<Word> words, String spelling) {
        Set<String> bases = new LinkedHashSet<>(EnglishInflections.bases(spelling));
        if (words.size() > 1) {
            List<String> joined = new ArrayList<>();
            words.subList(0, words.size() - 1).forEach(word -> joined.add(word.spelling()));
            String beginning = String.join("", joined);
            EnglishInflections.bases(words.get(words.size() - 1).spelling())
                    .forEach(base -> bases.add(beginning + base));
        }
        return bases;
    }

    // Keeps digits apart, so that 1-3 is not read as 13.
    public static boolean canJoin(String left, String right) {
        int end = left.codePointBefore(left.length());
        int start = right.codePointAt(0);
        return !(Character.isDigit(end) && Character.isDigit(start))
                && !Script.isIdeographic(end)
                && !Script.isIdeographic(start);
    }
}
