package dev.paperround.sending;

import dev.paperround.Bench;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** CPU time of writing digest mails, in the running program: its templates are compiled by its build. */
public final class RenderingBench implements Bench.Measurement {
    @Override
    public void run() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        // Tests can ask for every text that was ever rendered; here that fills the heap.
        System.setProperty("quarkus.qute.test-mode.record-rendered-results", "false");
        var summary = new SummaryGeneratingListener();
        try (var session = LauncherFactory.openSession()) {
            // By name: a class at hand has been loaded already, and not by the program's own class loader.
            var rounds = DiscoverySelectors.selectClass("dev.paperround.sending.RenderingRounds");
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(rounds)
                                    .build(),
                            summary);
        }
        summary.getSummary().getFailures().forEach(failure -> failure.getException()
                .printStackTrace());
        if (summary.getSummary().getTestsSucceededCount() != 1) {
            throw new IllegalStateException("The rendering was not measured.");
        }
    }
}
