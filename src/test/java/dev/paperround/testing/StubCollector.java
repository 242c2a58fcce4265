package dev.paperround.testing;

import java.util.HashMap;
import java.util.Map;

/** Stands for a collector of traces as well. */
public class StubCollector extends StubServer {
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("paperround.traces", settings.get("paperround.sources.huggingface.url"));
        return settings;
    }
}
