package dev.paperround.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * A paper as one source tells it. What the source did not tell is null, or empty in a list.
 *
 * @param position where it stood: the index in a JSON array, the line of a saved page
 * @param day the list day the source gives the paper itself; null means the day that was asked for
 */
public record PaperDraft(
        int position,
        LocalDate day,
        String id,
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

    public PaperDraft {
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
    }
}
