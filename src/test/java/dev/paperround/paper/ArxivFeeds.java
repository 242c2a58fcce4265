package dev.paperround.paper;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Listings as arXiv writes them, of invented papers. */
public final class ArxivFeeds {
    private ArxivFeeds() {}

    public static String feed(String date, String... items) {
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
                  <channel>
                    <title>cs.LG, cs.CL updates on arXiv.org</title>
                    <link>http://rss.arxiv.org/rss/cs.LG+cs.CL</link>
                    <description>cs.LG, cs.CL updates on the arXiv.org e-print archive.</description>
                    <lastBuildDate>Fri, 20 Nov 2026 05:00:03 +0000</lastBuildDate>
                    <pubDate>%s</pubDate>
                    <skipDays><day>Saturday</day><day>Sunday</day></skipDays>
                %s
                  </channel>
                </rss>
                """.formatted(date, String.join("\n", List.of(items)));
    }

    public static String item(String id, String type, String title, String creators, String abstractText) {
        return """
                    <item>
                      <title>%s</title>
                      <link>https://arxiv.org/abs/%s</link>
                      <description>arXiv:%sv1 Announce Type: %s
                Abstract: %s</description>
                      <guid isPermaLink="false">oai:arXiv.org:%sv1</guid>
                      <category>cs.LG</category>
                      <arxiv:announce_type>%s</arxiv:announce_type>
                      <dc:creator>%s</dc:creator>
                    </item>
                """.formatted(title, id, id, type, abstractText, id, type, creators);
    }

    public static String error() {
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <rss version="2.0"><channel><title>Feed error for query: cs.XX</title>
                <description>Bad request: no category cs.XX</description></channel></rss>
                """;
    }

    public static byte[] bytes(String feed) {
        return feed.strip().getBytes(StandardCharsets.UTF_8);
    }
}
