package dev.paperround.paper;

import java.time.LocalDate;
import java.util.List;

/** What is known of a paper itself. What is not known is null, or empty in a list. */
public record PaperFacts(
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

    public PaperFacts {
        authorCount = authors.isEmpty() || authors.size() >= FactLimits.AUTHORS && authorCount != null
                ? authorCount
                : Integer.valueOf(authors.size());
        title = FactLimits.text(title, FactLimits.TITLE);
        abstractText = FactLimits.text(abstractText, FactLimits.ABSTRACT);
        authors = FactLimits.texts(authors, FactLimits.AUTHORS, FactLimits.NAME);
        organization = FactLimits.text(organization, FactLimits.NAME);
        summary = FactLimits.text(summary, FactLimits.SUMMARY);
        keywords = FactLimits.texts(keywords, FactLimits.KEYWORDS, FactLimits.KEYWORD);
        githubRepo = FactLimits.link(githubRepo);
        projectPage = FactLimits.link(projectPage);
        thumbnail = FactLimits.link(thumbnail);
    }

    /** The newer word counts, but a poorer copy makes nothing forgotten. */
    PaperFacts updatedBy(PaperFacts newer) {
        return new PaperFacts(
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

    PaperFacts withComments(Integer newer) {
        return new PaperFacts(
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

    /** The beginning of what is known already comes from a page that was cut off. */
    private static String fuller(String newer, String older) {
        return newer != null && older != null && older.startsWith(newer) ? older : either(newer, older);
    }

    private static <T> T either(T newer, T older) {
        return newer != null ? newer : older;
    }
}
