package dev.paperround.web;

import dev.paperround.archive.Archive;
import dev.paperround.digest.PaperAbbreviations;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import dev.paperround.matching.Hints;
import dev.paperround.matching.Hints.Hint;
import dev.paperround.matching.meaning.EnglishText;
import dev.paperround.matching.query.Query;
import dev.paperround.meaning.EmbeddingModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Suggests alternative queries based on all papers in the archive. */
@ApplicationScoped
public class QueryHints {
    @Inject
    Archive archive;

    @Inject
    PaperAbbreviations abbreviations;

    @Inject
    EmbeddingModel model;

    // There is nothing better to ask, so the query is the same.
    private List<Hint> ofLanguage(String typed) {
        return model.isEmbedded()
                ? Query.parse(typed).query().stream()
                        .flatMap(query -> query.likedLeaves().stream())
                        .filter(like -> !like.paper() && !EnglishText.isLikely(like.text()))
                        .map(like ->
                                new Hint(Message.of(ProblemMessages.class, say -> say.englishOnly(like.text())), typed))
                        .toList()
                : List.of();
    }

    public List<Hint> of(String typed) {
        var keys = Hints.keys(typed);
        var hints = new ArrayList<>(Hints.of(typed, keys.isEmpty() ? List.of() : abbreviations.known(keys)));
        hints.addAll(Hints.ofSpelling(typed, archive));
        hints.addAll(ofLanguage(typed));
        return hints.stream().limit(Hints.MOST).toList();
    }
}
