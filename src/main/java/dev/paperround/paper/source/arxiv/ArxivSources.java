package dev.paperround.paper.source.arxiv;

import dev.paperround.paper.ingest.IngestRecords;
import dev.paperround.paper.source.Intervals;
import dev.paperround.paper.source.PaperSource;
import dev.paperround.paper.source.SourceGroup;
import dev.paperround.paper.source.SourceHttp;
import dev.paperround.paper.source.ThrottledHttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes each arXiv category a source of its own, so that one that fails or stalls is noticed. */
@ApplicationScoped
class ArxivSources implements SourceGroup {
    // arXiv's terms of use require this pause across all categories.
    private static final Duration GAP = Duration.ofSeconds(3);

    private final List<PaperSource> sources;

    @Inject
    ArxivSources(ArxivSettings settings, Clock clock, SourceHttp http, IngestRecords records) {
        Optional<Duration> every = Intervals.read(settings.every()).map(it -> it.compareTo(GAP) < 0 ? GAP : it);
        ThrottledHttpClient polite = http.withGap(GAP);
        sources = settings.categories().orElse(List.of()).stream()
                .map(String::strip)
                .filter(category -> !category.isEmpty())
                .distinct()
                .<PaperSource>map(category -> new ArxivSource(settings.url(), category, every, clock, polite, records))
                .toList();
    }

    @Override
    public List<PaperSource> sources() {
        return sources;
    }
}
