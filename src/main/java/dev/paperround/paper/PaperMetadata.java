package dev.paperround.paper;

import java.time.LocalDate;
import java.util.List;

/** Describes a paper; unknown values are null, or empty in the case of lists. */
public record PaperMetadata(
        String title,
        String abstractText,
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
        String thumbnail) {

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
    }

    // Newer values win, but a poorer copy never erases known values.
    public PaperMetadata updatedBy(PaperMetadata newer) {
        return new PaperMetadata(
                either(newer.title, title),
                fuller(newer.abstractText, abstractText),
                newer.authors.isEmpty() ? authors : newer.authors,
                either(newer.authorCount, authorCount),
                either(newer.organization, organization),
                either(newer.publishedOn, publishedOn),
                either(newer.upvotes, upvotes),
                either(newer.comments, comments),
                either(newer.summary, summary),
                newer.keywords.isEmpty() ? keywords : newer.keywords,
                either(newer.githubRepo, githubRepo),
                either(newer.githubStars, githubStars),
                either(newer.projectPage, projectPage),
                either(newer.thumbnail, thumbnail));
    }

    public PaperMetadata withComments(Integer newer) {
        return new PaperMetadata(
                title,
                abstractText,
                authors,
                authorCount,
                organization,
                publishedOn,
                upvotes,
                either(newer, comments),
                summary,
                keywords,
                githubRepo,
                githubStars,
                projectPage,
                thumbnail);
    }

    // A newer text that is only the beginning of the known one comes from a page that was cut off.
    private static String fuller(String newer, String older) {
        return newer != null && older != null && older.startsWith(newer) ? older : either(newer, older);
    }

    private static <T> T either(T newer, T older) {
        return newer != null ? newer : older;
    }
}
