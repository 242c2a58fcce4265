package dev.paperround;

import dev.paperround.paper.Paper;
import dev.paperround.paper.PaperMetadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Invented papers, and what an invented crowd looks for in them; the same at every run. */
final class Crowd {
    static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    private final Random random = new Random(4711);
    private final List<String> words;
    private final Zipf wordsByUse;
    final List<Paper> papers;
    final List<String> queries;

    Crowd(int papers, int queries) {
        this.words = words(20_000);
        this.wordsByUse = new Zipf(words.size(), 1.0);
        this.papers = IntStream.range(0, papers).mapToObj(this::paper).toList();
        this.queries = queries(queries);
    }

    /** Most have one filter, some two or three; the same few are what most look for. */
    List<List<String>> subscriptions(int count) {
        var byWish = new Zipf(queries.size(), 1.0);
        return IntStream.range(0, count)
                .mapToObj(i -> filters(i % 20 < 12 ? 1 : i % 20 < 17 ? 2 : 3, byWish))
                .toList();
    }

    private List<String> filters(int count, Zipf byWish) {
        return IntStream.range(0, count)
                .mapToObj(i -> queries.get(byWish.next(random)))
                .toList();
    }

    private List<String> words(int count) {
        Set<String> found = new LinkedHashSet<>();
        var syllables = List.of("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sta", "tre", "vi", "zo");
        while (found.size() < count) {
            var word = new StringBuilder();
            for (var length = 2 + random.nextInt(3); length > 0; length--) {
                word.append(syllables.get(random.nextInt(syllables.size())));
            }
            found.add(word.append("nlrt".charAt(random.nextInt(4))).toString());
        }
        return List.copyOf(found);
    }

    /** Another one each time, whatever its number. */
    Paper paper(int number) {
        var facts = PaperMetadata.of(it -> {
            it.title = text(10);
            it.abstractText = text(170);
            it.authors = IntStream.range(0, 6).mapToObj(i -> text(2)).toList();
            it.organization = text(2);
            it.publishedOn = DAY;
            it.upvotes = random.nextInt(200);
            it.comments = random.nextInt(20);
            it.summary = text(20);
            it.keywords = IntStream.range(0, 6).mapToObj(i -> text(2)).toList();
        });
        return new Paper(
                number + 1,
                "2611.%05d".formatted(number + 1),
                facts,
                false,
                List.of(DAY.minusDays(number % 5)),
                List.of(number),
                Instant.EPOCH);
    }

    private String text(int length) {
        var text = new ArrayList<String>();
        for (var i = 0; i < length; i++) {
            text.add(words.get(wordsByUse.next(random)));
        }
        return String.join(" ", text);
    }

    private List<String> queries(int count) {
        var different = new LinkedHashSet<String>();
        while (different.size() < count) {
            different.add(query(random.nextInt(10)));
        }
        return List.copyOf(different);
    }

    private String query(int kind) {
        return switch (kind) {
            case 0, 1 -> word();
            case 2, 3, 4 -> word() + " " + word();
            case 5 -> "\"" + pair() + "\"";
            case 6 -> "\"" + pair() + "\" OR " + word();
            case 7 -> "(" + word() + " OR " + word() + ") -" + word();
            case 8 -> "title:" + word() + " OR keyword:(" + word() + " OR " + word() + ")";
            default -> word().substring(0, 5) + "* " + word();
        };
    }

    /** Nobody looks for the commonest words. */
    private String word() {
        return words.get(Math.min(words.size() - 1, 100 + wordsByUse.next(random)));
    }

    private String pair() {
        var text =
                papers.get(random.nextInt(papers.size())).facts().abstractText().split(" ");
        var at = random.nextInt(text.length - 1);
        return text[at] + " " + text[at + 1];
    }
}
