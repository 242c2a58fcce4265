package dev.paperround;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine, with everything it complains of. */
final class Browser implements AutoCloseable {
    private static final int PATIENCE_MILLISECONDS = 20_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final List<String> complaints = new ArrayList<>();
    private final Page page;

    Browser() {
        // It shares the machine with the program, and with other tests that do the same.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(chromium())
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run"));
        page = playwright.chromium().launch(options).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    /** As the operator. */
    void signIn(PopulatedProgram house) throws IOException {
        page.navigate(house.address() + "/admin");
        page.locator("[name=token]").fill(house.adminToken());
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/admin");
    }

    /** Less that a page or a preview was refused, where that is what is tested. */
    List<String> complaintsBesidesRefusals() {
        return complaints.stream()
                .filter(it -> !it.matches("Failed to load resource: .* status of 4\\d\\d .*"))
                .toList();
    }

    List<String> complaints() {
        return complaints;
    }

    private static Path chromium() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The browser tests need a Chromium; .ci/run installs Debian's."));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
