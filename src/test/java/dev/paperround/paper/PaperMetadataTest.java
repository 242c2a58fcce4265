package dev.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperMetadataTest {
    private static final PaperMetadata FULL = PaperMetadata.of(it -> {
        it.title = "Tides";
        it.abstractText = "Half of it, and the other half.";
        it.authors = List.of("Ilse Vandromme");
        it.organization = "Northlight Lab";
        it.publishedOn = LocalDate.of(2026, 11, 13);
        it.upvotes = 23;
        it.comments = 2;
        it.summary = "Networks draw tides.";
        it.keywords = List.of("tides");
        it.githubRepo = "https://github.com/northlight/tides";
        it.githubStars = 5;
        it.projectPage = "https://tides.example.org";
        it.thumbnail = "https://cdn.example.org/t.png";
        it.source = "arxiv";
        it.doi = "10.1101/tides";
    });

    @Test
    void everyFieldHasAValueHere() throws ReflectiveOperationException {
        for (var component : PaperMetadata.class.getRecordComponents()) {
            assertThat(component.getAccessor().invoke(FULL))
                    .as(component.getName())
                    .isNotNull();
        }
    }

    @Test
    void aPoorerCopyErasesNothing() {
        assertThat(FULL.updatedBy(PaperMetadata.of(it -> it.title = "Tides"))).isEqualTo(FULL);
        assertThat(PaperMetadata.of(it -> it.title = "Tides").updatedBy(FULL)).isEqualTo(FULL);
    }

    @Test
    void aNewerValueWinsUnlessItIsOnlyTheBeginningOfAnAbstract() {
        var newer = FULL.with(it -> {
            it.abstractText = "Half of it,";
            it.upvotes = 24;
            it.authors = List.of("Ilse Vandromme", "Oona Brightwater");
            it.authorCount = 2;
        });

        assertThat(FULL.updatedBy(newer)).isEqualTo(newer.with(it -> it.abstractText = FULL.abstractText()));
    }

    @Test
    void columnsAreNamedAsInTheApi() {
        assertThat(PaperColumns.NAMES).startsWith("title, abstract, authors, author_count,");
    }
}
