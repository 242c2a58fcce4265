package dev.paperround;

import java.util.Map;
import java.util.TreeMap;

/** Runs one benchmark by its name, or lists them. */
public final class Bench {
    /** Prints its own table. */
    public interface Measurement {
        void run() throws Exception;
    }

    private static final Map<String, Measurement> BY_NAME =
            new TreeMap<>(Map.of("machine", () -> {}, "pages", PagesBench::run));

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var measurement = BY_NAME.get(args[0]);
        if (measurement == null) {
            System.out.println("Choose one with -Dbench=NAME: " + String.join(", ", BY_NAME.keySet()));
            System.exit(args[0].equals("list") ? 0 : 1);
        }
        Machine.print();
        measurement.run();
        System.exit(0);
    }
}
