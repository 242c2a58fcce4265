package dev.paperround.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Stands for the sources of papers: a server whose answers the test writes into a field of its type. */
public class StubServer implements QuarkusTestResourceLifecycleManager {
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @Override
    public Map<String, String> start() {
        server.start();
        hearTraces(server);
        String url = "http://127.0.0.1:" + server.port();
        return Map.of(
                "paperround.traces", url,
                "paperround.sources.huggingface.url", url,
                "paperround.sources.arxiv.url", url,
                "paperround.sources.arxiv.categories", "cs.LG,cs.CL");
    }

    /** Forgotten with everything else that a test resets. */
    public static void hearTraces(WireMockServer server) {
        server.stubFor(post("/v1/traces").willReturn(ok()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(WireMockServer.class));
    }

    @Override
    public void stop() {
        server.stop();
    }
}
