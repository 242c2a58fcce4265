package dev.paperround.health;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * Ends the program after a fatal JVM error, so that the supervisor restarts it with a clean state. The option
 * {@code -XX:+ExitOnOutOfMemoryError} misses some of these errors, and a plain {@code java -jar} does not set it.
 */
public final class FatalErrors {
    // Java exits with the same code for -XX:+ExitOnOutOfMemoryError.
    public static final int EXIT_CODE = 3;

    private FatalErrors() {}

    /** Returns only if the failure is not fatal. */
    public static void endProgramAfter(Throwable failure) {
        if (isFatal(failure)) {
            // Avoids allocations and any lock a dead thread could still hold.
            System.err.println("The program ends after an error of the Java virtual machine: " + failure);
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    public static void watchAllThreads() {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            endProgramAfter(failure);
            if (before != null) {
                before.uncaughtException(thread, failure);
            } else {
                failure.printStackTrace();
            }
        });
    }

    // A stack overflow is not fatal: the input caused it, and it ends with that request.
    private static boolean isFatal(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(it -> it instanceof VirtualMachineError && !(it instanceof StackOverflowError));
    }
}
