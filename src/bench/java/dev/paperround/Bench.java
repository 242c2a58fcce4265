package dev.paperround;

import static java.util.Map.entry;

import dev.paperround.sending.RenderingBench;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs benchmarks by their names, or lists them. */
public final class Bench {
    /** Prints its own table. */
    public interface Measurement {
        void run() throws Exception;
    }

    private static final Map<String, Measurement> BY_NAME = new TreeMap<>(Map.<String, Measurement>ofEntries(
            entry("archive", () -> new ArchiveBench().run()),
            entry("control", ControlBench::measure),
            entry("delivery", DeliveryBench::run),
            entry("failover", FailoverBench::run),
            entry("faults", DatabaseFaultsBench::run),
            entry("fuzz", FuzzBench::run),
            entry("kills", KillsBench::run),
            entry("ledger", LedgerBench::run),
            entry("likes", () -> new LikesBench().run()),
            entry("listings", ListingsBench::run),
            entry("matching", () -> new MatchingBench().run()),
            entry("pages", PagesBench::run),
            entry("planning", PlanningBench::measure),
            entry("relevance", RelevanceBench::run),
            entry("rendering", new RenderingBench()),
            entry("restore", RestoreBench::run),
            entry("sending", SendingBench::run),
            entry("sign-up", SignUpBench::run),
            entry("telling", TellingBench::run)));

    private Bench() {}

    public static void main(String[] args) {
        var names = List.of(args[0].split(","));
        if (!BY_NAME.keySet().containsAll(names)) {
            System.out.println(
                    "Choose with -Dbench=NAME, or several with commas: " + String.join(", ", BY_NAME.keySet()));
            System.exit(args[0].equals("list") ? 0 : 1);
        }
        Machine.print();
        System.exit(names.stream().map(BY_NAME::get).allMatch(Bench::succeeds) ? 0 : 1);
    }

    private static boolean succeeds(Measurement measurement) {
        var begun = System.nanoTime();
        try {
            measurement.run();
            System.out.printf("That took %.0f s.%n", (System.nanoTime() - begun) / 1e9);
            return true;
        } catch (Exception e) {
            e.printStackTrace();
            return false;
        }
    }
}
