package dev.paperround.meaning;

import dev.paperround.matching.meaning.EmbeddedModel;
import dev.paperround.matching.meaning.Embedder;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the model by the settings, and loads the embedded one when it is first needed. */
@ApplicationScoped
public class EmbeddingModel {
    @ConfigProperty(name = "paperround.meaning", defaultValue = "on")
    String wanted;

    @ConfigProperty(name = "paperround.embeddings.url")
    Optional<URI> url;

    @ConfigProperty(name = "paperround.embeddings.model")
    Optional<String> model;

    @ConfigProperty(name = "paperround.embeddings.key")
    Optional<String> key;

    private Embedder embedder;
    private Optional<String> failure = Optional.empty();

    public boolean isOff() {
        return wanted.equalsIgnoreCase("off");
    }

    // Does not load the model to find out.
    public synchronized boolean isOffered() {
        return !isOff() && failure.isEmpty();
    }

    // Texts in other languages than English are understood by the model of an end point at most.
    public boolean isEmbedded() {
        return url.isEmpty();
    }

    public Optional<String> endPoint() {
        return url.map(URI::getHost);
    }

    /** Returns nothing if it is switched off or cannot be loaded on this machine. */
    synchronized Optional<Embedder> embedder() {
        if (embedder == null && !isOff() && failure.isEmpty()) {
            try {
                embedder = url.isPresent() ? new EndPointModel(url.get(), model.orElse(""), key) : EmbeddedModel.load();
            } catch (IOException e) {
                Log.error("The model for like: cannot be loaded; everything else works.", e);
                failure = Optional.of(e.getMessage());
            }
        }
        return Optional.ofNullable(embedder);
    }

    public boolean isAvailable() {
        return embedder().isPresent();
    }

    public synchronized Optional<String> failure() {
        return failure;
    }
}
