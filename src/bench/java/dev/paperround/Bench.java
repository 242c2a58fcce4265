package dev.paperround;

import static java.util.Map.entry;

import dev.paperround.delivery.RenderingBench;
import java.util.Map;
import java.util.TreeMap;

/** Runs one benchmark by its name, or lists them. */
public final class Bench {
    /** Prints its own table. */
    public interface Measurement {
        void run() throws Exception;
    }

    private static final Map<String, Measurement> BY_NAME = new TreeMap<>(Map.<String, Measurement>ofEntries(
            entry("delivery", DeliveryBench::run),
            entry("fuzz", FuzzBench::run),
            entry("kills", KillsBench::run),
            entry("ledger", LedgerBench::run),
            entry("matching", () -> new MatchingBench().run()),
            entry("pages", PagesBench::run),
            entry("planning", PlanningBench::measure),
            entry("rendering", new RenderingBench()),
            entry("sending", SendingBench::run),
            entry("telling", TellingBench::run)));

    private Bench() {}

    public static void main(String[] args) {
        var measurement = BY_NAME.get(args[0]);
        if (measurement == null) {
            System.out.println("Choose one with -Dbench=NAME: " + String.join(", ", BY_NAME.keySet()));
            System.exit(args[0].equals("list") ? 0 : 1);
        }
        Machine.print();
        System.exit(succeeds(measurement) ? 0 : 1);
    }

    private static boolean succeeds(Measurement measurement) {
        try {
            measurement.run();
            return true;
        } catch (Exception e) {
            e.printStackTrace();
            return false;
        }
    }
}
