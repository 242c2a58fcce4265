package dev.paperround.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

public record PaperView(
        String id,
        String title,
        @JsonProperty("abstract") String abstractText,
        List<String> authors,
        Integer authorCount,
        String organization,
        LocalDate publishedOn,
        LocalDate day,
        List<LocalDate> days,
        Integer upvotes,
        Integer comments,
        String summary,
        List<String> keywords,
        String githubRepo,
        Integer githubStars,
        String projectPage,
        String thumbnail,
        String url) {

    public static PaperView of(Paper paper) {
        PaperMetadata facts = paper.facts();
        return new PaperView(
                paper.publicId(),
                facts.title(),
                facts.abstractText(),
                facts.authors(),
                facts.authorCount(),
                facts.organization(),
                facts.publishedOn(),
                paper.day().orElse(null),
                paper.days(),
                facts.upvotes(),
                facts.comments(),
                facts.summary(),
                facts.keywords(),
                facts.githubRepo(),
                facts.githubStars(),
                facts.projectPage(),
                facts.thumbnail(),
                paper.url().orElse(null));
    }
}
