package dev.paperround.meaning;

import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import dev.paperround.matching.meaning.Closeness;
import dev.paperround.matching.meaning.Embedder;
import dev.paperround.matching.meaning.Interest;
import dev.paperround.matching.meaning.Interests;
import dev.paperround.matching.meaning.PaperPassages;
import dev.paperround.matching.meaning.PaperVectors;
import dev.paperround.matching.meaning.Vector;
import dev.paperround.matching.query.LikeCheck;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the vector of what a {@code like:} asks for, and judges by the archive what is close to it. */
@ApplicationScoped
public class Meanings implements Interests, LikeCheck {
    // Each takes half a kilobyte.
    private static final int MOST_REMEMBERED = 5_000;

    private static final int MOST_COUNTED = 10_000;

    @Inject
    EmbeddingModel model;

    @Inject
    PaperVectorTable table;

    @Inject
    TextVectorTable texts;

    @Inject
    ArchiveSpread spread;

    @Inject
    VectorKeeper keeper;

    @Inject
    Papers papers;

    private record Sought(Vector vector, long self) {}

    private final Map<QueryTerm.Like, Sought> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<QueryTerm.Like, Sought> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    void start(@Observes StartupEvent event) {
        Query.checkLikes(this);
    }

    @Override
    public Optional<Message> refusal(QueryTerm.Like like) {
        if (!model.isAvailable()) {
            return Optional.of(Message.of(ProblemMessages.class, say -> say.likeOff()));
        }
        if (like.paper() && papers.find(like.text()).isEmpty()) {
            return Optional.of(Message.of(ProblemMessages.class, say -> say.likeNoSuchPaper(like.text())));
        }
        // Only an end point may be out of reach.
        return !model.isEmbedded() && sought(like, false).isEmpty()
                ? Optional.of(Message.of(ProblemMessages.class, say -> say.likeNotNow()))
                : Optional.empty();
    }

    @Override
    public Optional<Interest> of(QueryTerm.Like like) {
        return interest(like, false);
    }

    /** Says why an end point cannot be used just now. */
    public Optional<String> trouble() {
        return model.isEmbedded()
                ? Optional.empty()
                : model.embedder().flatMap(embedder -> {
                    try {
                        embedder.embed(List.of("a paper"));
                        return Optional.empty();
                    } catch (IOException e) {
                        return Optional.of(Objects.requireNonNullElse(e.getMessage(), "no answer"));
                    }
                });
    }

    public int pending() {
        return model.embedder()
                .map(embedder -> table.pending(embedder.model(), MOST_COUNTED).size())
                .orElse(0);
    }

    public Closeness closenessOf(List<Long> window) {
        return new WindowCloseness(this, window);
    }

    // Filters ask the same again with each digest, on whatever instance.
    Optional<Interest> ofFilter(QueryTerm.Like like) {
        return interest(like, true);
    }

    private Optional<Interest> interest(QueryTerm.Like like, boolean kept) {
        try {
            return model.embedder().flatMap(embedder -> sought(like, kept)
                    .map(it -> spread.now(embedder).interest(it.vector(), it.self())));
        } catch (UncheckedIOException e) {
            Log.warnf("What is close cannot be known just now: %s", e.getMessage());
            return Optional.empty();
        }
    }

    public Map<Long, byte[]> vectors(Collection<Long> ids) {
        return model.isOff()
                ? Map.of()
                : model.embedder()
                        .map(embedder -> table.of(embedder.model(), ids))
                        .orElse(Map.of());
    }

    private Optional<Sought> sought(QueryTerm.Like like, boolean kept) {
        synchronized (remembered) {
            var known = remembered.get(like);
            if (known != null && !kept) {
                return Optional.of(known);
            }
        }
        var found = model.embedder().flatMap(embedder -> {
            try {
                return like.paper() ? ofPaper(embedder, like.text()) : Optional.of(ofText(embedder, like.text(), kept));
            } catch (IOException e) {
                Log.warnf("A text could not be made a vector: %s", e.getMessage());
                return Optional.empty();
            }
        });
        found.ifPresent(it -> remember(like, it));
        return found;
    }

    private void remember(QueryTerm.Like like, Sought sought) {
        synchronized (remembered) {
            remembered.put(like, sought);
        }
    }

    private Sought ofText(Embedder embedder, String text, boolean kept) throws IOException {
        var known = texts.find(embedder.model(), text);
        if (known.isPresent()) {
            return new Sought(known.get(), 0);
        }
        var vector = Vector.of(embedder.embed(List.of(text)).get(0));
        if (kept) {
            texts.keep(embedder.model(), text, vector);
        }
        return new Sought(vector, 0);
    }

    private Optional<Sought> ofPaper(Embedder embedder, String id) throws IOException {
        var paper = papers.find(id);
        if (paper.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sought(whole(embedder, paper.get()), paper.get().id()));
    }

    private Vector whole(Embedder embedder, Paper paper) throws IOException {
        var known = table.of(embedder.model(), List.of(paper.id())).get(paper.id());
        if (known != null) {
            return PaperVectors.of(known).whole();
        }
        var text = PaperPassages.of(paper.facts().title(), paper.facts().abstractText());
        return Vector.of(embedder.embed(text.subList(0, 1)).get(0));
    }
}
