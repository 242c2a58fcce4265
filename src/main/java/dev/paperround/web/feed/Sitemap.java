package dev.paperround.web.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Renders public URLs in the format of sitemaps.org: as one list, or as an index of several lists. */
record Sitemap(List<Address> addresses, int most) {
    static final int MOST = 50_000;

    private static final String START = """
            <?xml version="1.0" encoding="UTF-8"?>
            <%s xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            """;

    record Address(String url, Optional<Instant> changed) {}

    int parts() {
        return (addresses.size() + most - 1) / most;
    }

    // Part numbers start at 1.
    String xml(IntFunction<String> address) {
        return parts() == 1
                ? part(1)
                : document(
                        "sitemapindex",
                        "sitemap",
                        IntStream.rangeClosed(1, parts())
                                .mapToObj(part -> new Address(address.apply(part), Optional.empty()))
                                .toList());
    }

    String part(int number) {
        var from = (number - 1) * most;
        return document("urlset", "url", addresses.subList(from, Math.min(from + most, addresses.size())));
    }

    private static String document(String root, String element, List<Address> listed) {
        return listed.stream()
                .map(it -> "<" + element + "><loc>" + escaped(it.url()) + "</loc>"
                        + it.changed()
                                .map(at -> "<lastmod>" + at + "</lastmod>")
                                .orElse("") + "</" + element + ">\n")
                .collect(Collectors.joining("", START.formatted(root), "</" + root + ">\n"));
    }

    private static String escaped(String url) {
        return url.replace("&", "&amp;").replace("<", "&lt;");
    }
}
