package dev.paperround.web.forms;

import dev.paperround.archive.ArchiveHits;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.tex.Tex;
import dev.paperround.paper.Paper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Suggests topics from the keywords of recent papers and the phrases their titles share. */
public final class TopicSuggestions {
    private static final int MOST = 12;
    private static final int MOST_TRIED = 500;
    private static final int LONGEST_PHRASE = 3;

    // With enough papers, a word that matches more than a fifth of them is too broad.
    private static final int FEW_PAPERS = 25;

    private static final int ONE_OF = 5;

    // Weights are indexed by the number of words, because a phrase is more specific than an equally frequent word.
    private static final double[] WORTH = {0, 0.7, 1.6, 2.2};

    private static final Pattern PART = Pattern.compile("[^\\p{L}\\p{N}\\s'’-]+|\\s[–—-]+\\s");
    private static final Pattern SPACE = Pattern.compile("[\\s-]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]{2,}");

    // These words are allowed only inside a phrase, as in "chain of thought".
    private static final Set<String> GLUE = Set.of("""
            a about across after all an and any are as at be before between beyond but by can do does for from how in \
            into is it its make makes not of on one or our over per than that the their them through to toward towards \
            two under up us via we what when where which why with within without you your""".split("\\s+"));

    // These words are too common in titles to be useful alone.
    private static final Set<String> GENERAL = Set.of("""
            adaptive advanced analysis approach based benchmark best better case challenge challenges comprehensive \
            context data deep dataset design effective efficient empirical enabling end enhanced enhancing evaluating \
            evaluation exploring fast few first framework free full fully general generalizable generation generative \
            good guided high image improved improving investigating language large learn learned learning level \
            leveraging lightweight long low making method methods model modeling modelling models more multi need \
            network networks neural new next non novel open optimal paper performance pre quality real report \
            rethinking revisiting robust scalable scale scaling selection self shot simple single small state study \
            survey system systems task tasks technical text time tool towards train trained training unified unifying \
            universal unlocking understanding using vision visual world zero""".split("\\s+"));

    // These words form adjectives and cannot end a phrase.
    private static final Set<String> UNFINISHED =
            Set.of("aware", "based", "driven", "free", "guided", "level", "oriented", "scale", "specific", "wise");

    private record Candidate(String query, Set<String> words, double worth) {
        public static Candidate of(String phrase, int titles) {
            var words = Arrays.asList(phrase.split(" "));
            var query = words.size() > 1 ? "\"" + phrase + "\"" : phrase;
            return new Candidate(query, Set.copyOf(words), titles * WORTH[words.size()]);
        }

        // Removes the plural s, so that one topic is not suggested twice.
        Stream<String> stems() {
            return words.stream().map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        }
    }

    private TopicSuggestions() {}

    // The function "matches" counts the recent papers a query finds.
    public static List<TopicSuggestion> of(ArchiveHits lately, ToIntFunction<Query> matches) {
        var bestFirst = titlesByPhrase(lately.papers()).entrySet().stream()
                .filter(phrase -> phrase.getValue() > 1)
                .map(phrase -> Candidate.of(phrase.getKey(), phrase.getValue()))
                .sorted(Comparator.comparingDouble(Candidate::worth).reversed().thenComparing(Candidate::query))
                .limit(MOST_TRIED)
                .toList();
        var chosen = new ArrayList<TopicSuggestion>();
        var taken = new HashSet<String>();
        for (var candidate : bestFirst) {
            if (chosen.size() < MOST && candidate.stems().noneMatch(taken::contains)) {
                suggestion(candidate, matches, lately.total()).ifPresent(it -> {
                    chosen.add(it);
                    candidate.stems().forEach(taken::add);
                });
            }
        }
        return chosen;
    }

    private static Map<String, Integer> titlesByPhrase(List<Paper> papers) {
        var titles = new HashMap<String, Integer>();
        for (var paper : papers) {
            var phrases = new HashSet<String>();
            phrases(Tex.toText(paper.facts().title()), phrases);
            paper.facts().keywords().forEach(keyword -> keyword(keyword, phrases));
            phrases.forEach(phrase -> titles.merge(phrase, 1, Integer::sum));
        }
        return titles;
    }

    private static void keyword(String keyword, Set<String> phrases) {
        var words = words(keyword);
        if (!words.isEmpty() && words.size() <= LONGEST_PHRASE && saysSomething(words)) {
            phrases.add(String.join(" ", words));
        }
    }

    private static void phrases(String title, Set<String> phrases) {
        for (var part : PART.split(title)) {
            var words = words(part);
            for (var from = 0; from < words.size(); from++) {
                for (var to = from + 1; to <= Math.min(words.size(), from + LONGEST_PHRASE); to++) {
                    var phrase = words.subList(from, to);
                    if (saysSomething(phrase)) {
                        phrases.add(String.join(" ", phrase));
                    }
                }
            }
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(SPACE.split(text.strip()))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    // Accepts "time series" but not "series of" or "large models".
    private static boolean saysSomething(List<String> words) {
        return words.stream().allMatch(word -> WORD.matcher(word).matches() || GLUE.contains(word))
                && !GLUE.contains(words.get(0))
                && !GLUE.contains(words.get(words.size() - 1))
                && !UNFINISHED.contains(words.get(words.size() - 1))
                && words.stream().anyMatch(word -> !GLUE.contains(word) && !GENERAL.contains(word))
                && (words.size() > 1 || words.get(0).length() > 3);
    }

    private static Optional<TopicSuggestion> suggestion(Candidate candidate, ToIntFunction<Query> matches, int papers) {
        return Query.parse(candidate.query())
                .query()
                .map(matches::applyAsInt)
                .filter(found -> found > 0)
                .filter(found -> papers < FEW_PAPERS || found * ONE_OF <= papers)
                .map(found -> new TopicSuggestion(candidate.query(), found));
    }
}
