package dev.paperround.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Describes a paper; unknown values are null, or empty in the case of lists. The table {@code paper} has a column for
 * each component, and the API a property, see {@link PaperColumns}.
 */
public record PaperMetadata(
        String title,
        @JsonProperty("abstract") String abstractText,
        List<String> authors,
        Integer authorCount,
        String organization,
        LocalDate publishedOn,
        Integer upvotes,
        Integer comments,
        String summary,
        List<String> keywords,
        String githubRepo,
        Integer githubStars,
        String projectPage,
        String thumbnail,

        @Schema(description = "Who listed it first: huggingface, arxiv or the name of another source")
        String source,

        @Schema(description = "In lower case and without https://doi.org/")
        String doi) {

    // Has a field for every component, so that readers of sources name only the values they know.
    public static final class Values {
        public String title;
        public String abstractText;
        public List<String> authors = List.of();
        public Integer authorCount;
        public String organization;
        public LocalDate publishedOn;
        public Integer upvotes;
        public Integer comments;
        public String summary;
        public List<String> keywords = List.of();
        public String githubRepo;
        public Integer githubStars;
        public String projectPage;
        public String thumbnail;
        public String source;
        public String doi;
    }

    public PaperMetadata {
        authorCount = authors.isEmpty() || authors.size() >= MetadataLimits.AUTHORS && authorCount != null
                ? authorCount
                : Integer.valueOf(authors.size());
        title = MetadataLimits.text(title, MetadataLimits.TITLE);
        abstractText = MetadataLimits.text(abstractText, MetadataLimits.ABSTRACT);
        authors = MetadataLimits.texts(authors, MetadataLimits.AUTHORS, MetadataLimits.NAME);
        organization = MetadataLimits.text(organization, MetadataLimits.NAME);
        summary = MetadataLimits.text(summary, MetadataLimits.SUMMARY);
        keywords = MetadataLimits.texts(keywords, MetadataLimits.KEYWORDS, MetadataLimits.KEYWORD);
        githubRepo = MetadataLimits.link(githubRepo);
        projectPage = MetadataLimits.link(projectPage);
        thumbnail = MetadataLimits.link(thumbnail);
        doi = Doi.find(doi).orElse(null);
    }

    public static PaperMetadata of(Consumer<Values> known) {
        Values values = new Values();
        known.accept(values);
        return PaperColumns.build(values);
    }

    public PaperMetadata with(Consumer<Values> changes) {
        Values values = PaperColumns.values(this);
        changes.accept(values);
        return PaperColumns.build(values);
    }

    // Newer values win, but a poorer copy never erases known values.
    public PaperMetadata updatedBy(PaperMetadata newer) {
        return PaperColumns.merge(this, newer)
                .with(values -> values.abstractText = fuller(values.abstractText, abstractText));
    }

    // A newer text that is only the beginning of the known one comes from a page that was cut off.
    private static String fuller(String newer, String older) {
        return older != null && older.startsWith(newer) ? older : newer;
    }
}
