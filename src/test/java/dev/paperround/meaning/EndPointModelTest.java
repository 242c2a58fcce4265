package dev.paperround.meaning;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndPointModelTest {
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void textsAreAskedForTogetherAndAnsweredInWhateverOrder() throws IOException {
        server.stubFor(post("/v1/embeddings")
                .withHeader("Authorization", equalTo("Bearer key of ours"))
                .withRequestBody(equalToJson("{\"model\": \"many\", \"input\": [\"Wale\", \"鲸\"]}"))
                .willReturn(okJson(
                        "{\"data\": [{\"index\": 1, \"embedding\": [0, 1]}, {\"index\": 0, \"embedding\": [1, 0]}]}")));

        for (var address : List.of("/v1", "/v1/", "/v1/embeddings")) {
            assertThat(model(address, Optional.of("key of ours")).embed(List.of("Wale", "鲸")))
                    .containsExactly(new float[] {1, 0}, new float[] {0, 1});
        }
    }

    @Test
    void whatIsNoAnswerIsAFailure() {
        server.stubFor(post("/a/embeddings").willReturn(serverError()));
        server.stubFor(post("/b/embeddings").willReturn(okJson("{\"data\": []}")));
        server.stubFor(post("/c/embeddings").willReturn(okJson("{\"data\": [{\"embedding\": []}]}")));

        for (var address : List.of("/a", "/b", "/c", "/none")) {
            assertThatThrownBy(() -> model(address, Optional.empty()).embed(List.of("whales")))
                    .isInstanceOf(IOException.class);
        }
    }

    private EndPointModel model(String path, Optional<String> key) {
        return new EndPointModel(URI.create("http://127.0.0.1:" + server.port() + path), "many", key);
    }
}
