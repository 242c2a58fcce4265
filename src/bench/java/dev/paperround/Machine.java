package dev.paperround;

/** What a benchmark ran on. */
final class Machine {
    private Machine() {}

    static void print() {
        var runtime = Runtime.getRuntime();
        System.out.printf(
                "%d cores, %d MB of heap, Java %s, %s %s%n",
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20,
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }
}
