package dev.paperround.paper.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.ParsedPaper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PaperIdentityPropertiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    /** A paper of a small world in which titles collide, as a source lists it: with both of its ids, one or none. */
    record Listing(int paper, boolean showsArxivId, boolean showsDoi, String title) {
        String arxivId() {
            return showsArxivId && paper % 3 != 0 ? "2611.%05d".formatted(paper) : null;
        }

        String doi() {
            return showsDoi && paper % 3 != 1 ? "10.1101/paper." + paper : null;
        }

        boolean hasId() {
            return arxivId() != null || doi() != null;
        }

        boolean isFoundBy(Listing other) {
            return arxivId() != null && arxivId().equals(other.arxivId()) || doi() != null && doi().equals(other.doi());
        }

        ParsedPaper on(LocalDate day) {
            return new ParsedPaper(0, day, arxivId(), PaperMetadata.of(it -> {
                it.title = title;
                it.doi = doi();
            }));
        }
    }

    @Provide
    Arbitrary<List<Listing>> listings() {
        Arbitrary<Boolean> shown = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6), shown, shown, Arbitraries.of("Tides", "tides!", "Hives"))
                .as(Listing::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    @Property
    void twoPapersWithIdsStayTwoWhateverTheirTitles(@ForAll("listings") List<Listing> listings) {
        forPairs(listings, (one, other) -> {
            if (one.listing().paper() != other.listing().paper()
                    && one.listing().hasId()
                    && other.listing().hasId()) {
                assertThat(one.stored()).isNotSameAs(other.stored());
            }
        });
    }

    @Property
    void anIdInCommonMakesOnePaperWhateverItsTitles(@ForAll("listings") List<Listing> listings) {
        forPairs(listings, (one, other) -> {
            if (one.listing().isFoundBy(other.listing())) {
                assertThat(one.stored()).isSameAs(other.stored());
            }
        });
    }

    @Property
    void theTitleDecidesForWhatHasNoId(@ForAll("listings") List<Listing> listings) {
        PaperMerger merger = merger();
        Set<String> titles = new HashSet<>();
        for (Listing listing : listings) {
            int before = merger.added;
            merger.take(listing.on(DAY));
            boolean isNewTitle = titles.add(listing.title().substring(0, 5).toLowerCase(Locale.ROOT));
            if (!listing.hasId()) {
                assertThat(merger.added - before).isEqualTo(isNewTitle ? 1 : 0);
            }
        }
    }

    @Property
    void theSameAgainAddsNothing(@ForAll("listings") List<Listing> listings) {
        PaperMerger merger = merger();
        listings.forEach(listing -> merger.take(listing.on(DAY)));
        int added = merger.added;

        listings.forEach(listing -> merger.take(listing.on(DAY)));

        assertThat(merger.added).isEqualTo(added);
    }

    private static PaperMerger merger() {
        return new PaperMerger(DAY, false, new HashMap<>());
    }

    private record Stored(Listing listing, MergedPaper stored) {}

    // Each listing has a day of its own, which tells the paper that it became.
    private static void forPairs(List<Listing> listings, BiConsumer<Stored, Stored> check) {
        PaperMerger merger = merger();
        IntStream.range(0, listings.size())
                .forEach(i -> merger.take(listings.get(i).on(DAY.plusDays(i))));
        Map<LocalDate, MergedPaper> byDay = new HashMap<>();
        merger.touched.forEach(paper -> paper.listed.forEach(day -> byDay.put(day, paper)));
        List<Stored> stored = IntStream.range(0, listings.size())
                .mapToObj(i -> new Stored(listings.get(i), byDay.get(DAY.plusDays(i))))
                .toList();
        assertThat(stored).extracting(Stored::stored).doesNotContainNull();
        for (int i = 0; i < stored.size(); i++) {
            for (int j = 0; j < i; j++) {
                check.accept(stored.get(i), stored.get(j));
            }
        }
    }
}
