package dev.paperround.health;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * Ends the program after an error of the virtual machine itself: nothing that it held can be relied upon any more, and a
 * thread that was lost to it would be missed by nobody. The supervisor starts the program anew. Java's own option for this,
 * {@code -XX:+ExitOnOutOfMemoryError}, does not see every such error, and a plain {@code java -jar} goes without it.
 */
public final class FatalErrors {
    /** As Java's own option ends the program. */
    public static final int EXIT_CODE = 3;

    private FatalErrors() {}

    /** Returns only where the failure is no such error. */
    public static void endProgramAfter(Throwable failure) {
        if (isFatal(failure)) {
            // Nothing that needs memory, or a lock that another thread died with.
            System.err.println("The program ends after an error of the Java virtual machine: " + failure);
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** For threads that are nobody's in particular. */
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

    /** Not one whose stack ran over: that is the fault of what was read, and ends with it. */
    private static boolean isFatal(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(it -> it instanceof VirtualMachineError && !(it instanceof StackOverflowError));
    }
}
