package dev.paperround.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What was written to the log while it was listening, with stack traces. */
public final class KeptLines extends ExtHandler {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final PatternFormatter console = new PatternFormatter("%s%e");

    @Override
    protected void doPublish(ExtLogRecord line) {
        lines.add(console.format(line));
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
