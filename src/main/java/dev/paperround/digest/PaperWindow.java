package dev.paperround.digest;

import dev.paperround.matching.index.PaperIndex;
import dev.paperround.matching.meaning.Closeness;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.PaperText;
import dev.paperround.paper.Paper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Indexes the papers of several days once for many queries. It is immutable apart from its cache of queries. */
public final class PaperWindow {
    // Covers the different filters of a large audience and takes at most a hundred megabytes.
    private static final int MOST_ASKED = 100_000;

    private final LocalDate day;
    private final List<Paper> papers;
    private final PaperIndex index;
    private final Map<Long, Integer> positions = new HashMap<>();
    private final Map<String, Optional<EvaluatedQuery>> asked = new ConcurrentHashMap<>();
    private final Map<Query, EvaluatedQuery> matched = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();
    private final Composer composer;

    public PaperWindow(LocalDate day, List<Paper> papers) {
        this(day, papers, Closeness.UNKNOWN);
    }

    public PaperWindow(LocalDate day, List<Paper> papers, Closeness closeness) {
        this.day = day;
        this.papers = List.copyOf(papers);
        var trending = Trending.places(papers, day);
        this.index = PaperIndex.of(
                IntStream.range(0, papers.size())
                        .mapToObj(position -> textOf(papers.get(position), trending[position]))
                        .toList(),
                closeness);
        for (var position = 0; position < papers.size(); position++) {
            positions.put(papers.get(position).id(), position);
        }
        this.composer = new Composer(this);
    }

    public static PaperText textOf(Paper paper, int trending) {
        var facts = paper.facts();
        return new PaperText(
                facts.title(),
                facts.abstractText(),
                facts.authors(),
                facts.organization(),
                facts.keywords(),
                facts.upvotes(),
                trending);
    }

    public LocalDate day() {
        return day;
    }

    public List<Paper> papers() {
        return papers;
    }

    public PaperIndex index() {
        return index;
    }

    public Composer composer() {
        return composer;
    }

    public Optional<Integer> position(long paper) {
        return Optional.ofNullable(positions.get(paper));
    }

    public boolean holds(List<Long> ids) {
        return positions.keySet().containsAll(ids);
    }

    // Returns nothing for a query that is refused, which happens to a stored query only after an upgrade.
    public Optional<EvaluatedQuery> ask(String query) {
        var known = asked.get(query);
        if (known != null) {
            return known;
        }
        if (asked.size() >= MOST_ASKED || matched.size() >= MOST_ASKED) {
            asked.clear();
            matched.clear();
        }
        return asked.computeIfAbsent(query, text -> Query.parse(text).query().map(this::match));
    }

    private EvaluatedQuery match(Query query) {
        return matched.computeIfAbsent(query, it -> EvaluatedQuery.of(it, index));
    }

    // Keeps another component's cache for exactly as long as the window itself.
    public <T> T keep(Class<T> type, Supplier<T> make) {
        return type.cast(kept.computeIfAbsent(type, absent -> make.get()));
    }
}
