package dev.paperround;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What others are given to send: an HTML and a text part that make a mail of about 36 KB. */
final class SampleMail {
    private static final int PAPERS = 20;
    private static final int LENGTH = 1_100;

    private SampleMail() {}

    static String html() {
        var papers = new StringBuilder("<!doctype html><html lang=\"en\"><body>\n");
        for (var paper : papers()) {
            papers.append(
                            "<div style=\"padding:18px 0;border-bottom:1px solid #e2ded5\"><h2 style=\"margin:0;font-size:19px\">")
                    .append(paper, 0, 80)
                    .append("</h2>\n<p style=\"margin:8px 0 0;color:#33312c\">")
                    .append(paper, 80, 1_080)
                    .append("</p></div>\n");
        }
        return papers.append("</body></html>\n").toString();
    }

    static String text() {
        var papers = new StringBuilder();
        for (var paper : papers()) {
            papers.append(paper, 0, 500).append("\n\n");
        }
        return papers.toString();
    }

    /** Plain words of 1,100 characters each. */
    static List<String> papers() {
        var words =
                InventedPapers.days(LocalDate.of(2026, 3, 20), 1, PAPERS).get(0).replaceAll("[^a-z ]", "");
        return IntStream.range(0, PAPERS)
                .mapToObj(paper -> words.substring(paper * LENGTH, (paper + 1) * LENGTH))
                .toList();
    }
}
