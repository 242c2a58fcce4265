package dev.paperround.web.forms;

import dev.paperround.meaning.EmbeddingModel;
import dev.paperround.subscriber.preferences.PreferencesForm.FilterForm;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the field for interests in plain words into a filter, and back. */
final class OwnWords {
    private static final Pattern QUOTES = Pattern.compile("[\"“”„‟«»「」『』｢｣＂]");
    private static final Pattern QUERY = Pattern.compile("like:\"([^\"]*)\"");

    private OwnWords() {}

    static FilterForm filter(String words) {
        return new FilterForm("", "like:\"" + QUOTES.matcher(words).replaceAll("'") + "\"");
    }

    static Optional<String> of(FilterForm filter) {
        var query = QUERY.matcher(filter.query());
        return offered() && filter.name().isEmpty() && query.matches() ? Optional.of(query.group(1)) : Optional.empty();
    }

    // Says nothing of a model that has not been needed yet.
    @TemplateExtension(namespace = "meaning")
    static boolean offered() {
        var container = Arc.container();
        return container != null
                && container.instance(EmbeddingModel.class).get().isOffered();
    }
}
