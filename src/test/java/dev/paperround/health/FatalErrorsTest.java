package dev.paperround.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FatalErrorsTest {
    /** A program of its own, since it ends. */
    public static final class Failing {
        public static void main(String[] how) throws InterruptedException {
            FatalErrors.watchAllThreads();
            switch (how[0]) {
                case "thread" -> endThread();
                case "told" ->
                    FatalErrors.endProgramAfter(new IllegalStateException(new OutOfMemoryError("of a test")));
                default -> survive();
            }
            System.exit(0);
        }

        private static void endThread() throws InterruptedException {
            var thread = new Thread(() -> {
                throw new OutOfMemoryError("of a test");
            });
            thread.start();
            thread.join();
        }

        private static void survive() throws InterruptedException {
            FatalErrors.endProgramAfter(new StackOverflowError());
            FatalErrors.endProgramAfter(new NoClassDefFoundError("x"));
            FatalErrors.endProgramAfter(new IllegalStateException("x"));
            var thread = new Thread(() -> {
                throw new IllegalStateException("a thread's own affair");
            });
            thread.start();
            thread.join();
        }
    }

    private static int exitCode(String how) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Failing.class.getName(),
                        how)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "told"})
    void anErrorOfTheVirtualMachineEndsTheProgramForItsSupervisor(String how) throws Exception {
        assertThat(exitCode(how)).isEqualTo(FatalErrors.EXIT_CODE);
    }

    @Test
    void whatIsNoneEndsNothing() throws Exception {
        assertThat(exitCode("survive")).isZero();
    }
}
