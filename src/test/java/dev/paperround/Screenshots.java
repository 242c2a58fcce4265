package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page and mail for people to look at: {@code ./mvnw -Pscreenshots verify}, then target/screenshots/index.html. */
class Screenshots {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> IN_OTHER_LANGUAGES =
            List.of("home", "papers", "search", "preferences", "digest", "privacy", "not-found");

    /** In milliseconds: a long page takes its time where no graphics card helps. */
    private static final int PATIENCE = 180_000;

    private record Look(String name, int width, ColorScheme scheme) {}

    private static final List<Look> LOOKS = List.of(
            new Look("light", 1100, ColorScheme.LIGHT),
            new Look("dark", 1100, ColorScheme.DARK),
            new Look("320", 320, ColorScheme.LIGHT));

    /** What other words change is how much room they need. */
    private static final List<Look> IN_OTHER_WORDS =
            LOOKS.stream().filter(it -> it.scheme() == ColorScheme.LIGHT).toList();

    @TempDir
    Path directory;

    private final Map<String, List<Look>> taken = new LinkedHashMap<>();

    @Test
    void everyPageAndMail() throws Exception {
        Files.createDirectories(SCREENSHOTS);
        try (var house = new PopulatedProgram(directory);
                var browser = new Browser()) {
            browser.page().setDefaultTimeout(PATIENCE);
            take(browser.page(), house, "", house.pages(), LOOKS);
            take(browser.page(), house, "", house.mails(), LOOKS);
            for (var language : List.of("de", "zh")) {
                browser.page().navigate(house.address() + "/?lang=" + language);
                var pages = house.pages();
                IN_OTHER_LANGUAGES.forEach(
                        it -> take(browser.page(), house, "-" + language, Map.of(it, pages.get(it)), LOOKS));
            }
            browser.page().navigate(house.address() + "/?lang=en");
            take(browser.page(), house, "", Map.of("admin-login", "/admin"), LOOKS);
            browser.signIn(house);
            take(browser.page(), house, "", house.adminPages(), LOOKS);
            for (var language : List.of("de", "zh")) {
                browser.page().navigate(house.address() + "/?lang=" + language);
                take(browser.page(), house, "-" + language, house.adminPages(), IN_OTHER_WORDS);
            }
        }
        Files.writeString(SCREENSHOTS.resolve("index.html"), index());
        assertThat(taken).isNotEmpty();
    }

    private void take(Page page, PopulatedProgram house, String suffix, Map<String, String> paths, List<Look> looks) {
        paths.forEach((name, path) -> {
            taken.put(name + suffix, looks);
            for (var look : looks) {
                page.setViewportSize(look.width(), 800);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
                page.navigate(house.address() + path);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + suffix + "-" + look.name() + ".png")));
            }
        });
    }

    private String index() throws IOException {
        var html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>Paper Round: every page and mail</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; background: #ddd; }
                div { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto; }
                img { border: 1px solid #999; max-width: 40vw; }
                </style>
                <h1>Paper Round: every page and mail</h1>
                """);
        for (var name : taken.keySet()) {
            html.append("<h2 id=\"%s\">%s</h2>\n<div>".formatted(name, name));
            for (var look : taken.get(name)) {
                html.append("<img src=\"%s-%s.png\" alt=\"%s, %s\" loading=\"lazy\">"
                        .formatted(name, look.name(), name, look.name()));
            }
            html.append("</div>\n");
        }
        return html.append("</html>\n").toString();
    }
}
