package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The list of what is in the program, which every build makes. */
class SbomIT {
    @Test
    void theListHoldsWhatIsInTheProgramAndNothingOfTheTests() throws IOException {
        var list = new JsonObject(Files.readString(Path.of("target/sbom.json")));

        assertThat(list.getString("bomFormat")).isEqualTo("CycloneDX");
        var names = list.getJsonArray("components").stream()
                .map(JsonObject.class::cast)
                .map(it -> it.getString("name"))
                .toList();
        assertThat(names)
                .contains(
                        "postgresql",
                        "lucene-core",
                        "NioSmtpClient",
                        "netty-codec-smtp",
                        "quarkus-oidc",
                        "opentelemetry-exporter-otlp")
                .doesNotContain(
                        "greenmail", "wiremock", "playwright", "assertj-core", "opentelemetry-exporter-sender-okhttp");
    }
}
