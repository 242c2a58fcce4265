package dev.paperround.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the files say that people start the program by. */
class WaysToStartTest {
    @Test
    void aDevelopmentStartAsksNobodyWhetherDataOnTheBuildMayBeSent() throws IOException {
        // The question comes from the build, which reads no application.properties.
        assertThat(List.of(Files.readString(Path.of(".mvn/jvm.config")).split("\\s+")))
                .contains("-Dquarkus.analytics.disabled=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "deploy/README.md", "deploy/paper-round.service", "docker/Dockerfile"})
    void aProgramWithoutMemoryEndsForItsSupervisorHoweverItIsStarted(String file) throws IOException {
        var starts = Files.readString(Path.of(file))
                .replace("\\\n", " ")
                .lines()
                .filter(it -> it.contains("-jar") && it.contains("quarkus-run.jar"))
                .toList();

        assertThat(starts).isNotEmpty().allSatisfy(it -> assertThat(it).contains("-XX:+ExitOnOutOfMemoryError"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/paper-round.service", "docker/compose.yaml"})
    void aProgramThatEndedIsStartedAgain(String file) throws IOException {
        assertThat(Files.readString(Path.of(file)))
                .containsPattern("(?mi)^ *restart[:=] ?(on-failure|unless-stopped|always)");
    }
}
