package dev.paperround.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperround.matching.meaning.Embedder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks an end point of the OpenAI form, which many programs and services offer. */
final class EndPointModel implements Embedder {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_AT_ONCE = 64;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI address;
    private final String model;
    private final Optional<String> key;

    EndPointModel(URI url, String model, Optional<String> key) {
        var plain = url.toString().replaceFirst("/+$", "");
        this.address = URI.create(plain.endsWith("/embeddings") ? plain : plain + "/embeddings");
        this.model = model;
        this.key = key;
    }

    @Override
    public String model() {
        return "end point: " + model;
    }

    @Override
    public List<float[]> embed(List<String> texts) throws IOException {
        var vectors = new ArrayList<float[]>();
        for (var from = 0; from < texts.size(); from += MOST_AT_ONCE) {
            vectors.addAll(ask(texts.subList(from, Math.min(texts.size(), from + MOST_AT_ONCE))));
        }
        return vectors;
    }

    private List<float[]> ask(List<String> texts) throws IOException {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("model", model, "input", texts))));
        key.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(address.getHost() + " answers with status " + response.statusCode());
            }
            return vectors(json.readTree(response.body()).path("data"), texts.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static List<float[]> vectors(JsonNode data, int expected) throws IOException {
        var vectors = new float[expected][];
        for (var i = 0; i < data.size(); i++) {
            var index = data.get(i).path("index").asInt(i);
            var values = data.get(i).path("embedding");
            if (index < 0 || index >= expected || values.isEmpty()) {
                throw new IOException("the end point's answer holds no vector");
            }
            vectors[index] = new float[values.size()];
            for (var dimension = 0; dimension < values.size(); dimension++) {
                vectors[index][dimension] = (float) values.get(dimension).asDouble();
            }
        }
        var all = new ArrayList<float[]>();
        for (var vector : vectors) {
            if (vector == null) {
                throw new IOException("the end point's answer holds too few vectors");
            }
            all.add(vector);
        }
        return all;
    }
}
