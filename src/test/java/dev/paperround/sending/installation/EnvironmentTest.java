package dev.paperround.sending.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, local",
        "http://localhost:41234, local",
        "http://127.0.0.1:8080, local",
        "http://[::1]:8080, local",
        "https://Papers.example.org, papers.example.org",
        "https://papers.example.org:8443/round, papers.example.org"
    })
    void withoutANameItIsTheHost(URI baseUrl, String name) {
        assertThat(Environment.of(baseUrl, Optional.empty()).name()).isEqualTo(name);
    }

    @Test
    void aNameThatWasGivenCounts() {
        var baseUrl = URI.create("https://papers.example.org");

        assertThat(Environment.of(baseUrl, Optional.of("production")).name()).isEqualTo("production");
        assertThat(Environment.of(baseUrl, Optional.of(" ")).name()).isEqualTo("papers.example.org");
    }

    @Test
    void aTrialGrowsUpAndNothingElseIsFollowed() {
        var staging = new Environment("staging.example.org");

        assertThat(staging.mayFollow("local")).isTrue();
        assertThat(staging.mayFollow("staging.example.org")).isTrue();
        assertThat(staging.mayFollow("papers.example.org")).isFalse();
        assertThat(new Environment("local").mayFollow("papers.example.org")).isFalse();
    }
}
