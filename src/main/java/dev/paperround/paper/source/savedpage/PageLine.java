package dev.paperround.paper.source.savedpage;

import dev.paperround.paper.PlainText;
import dev.paperround.paper.source.HumanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of a saved page that holds text. Blank lines survive only as {@code afterBlank}, control characters only as
 * {@code garbled}.
 */
record PageLine(int number, String text, boolean afterBlank, boolean garbled) {
    private static final Pattern BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u2028\\u2029]");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*[kK]?|\\.{3}|…");
    private static final Pattern SUBMITTED = Pattern.compile("(?i)submitted by\\b.{0,60}");
    private static final Pattern CONTINUES =
            Pattern.compile("(?:[•·*‣◦–-]\\s|\\(?[ivx\\d]{1,3}[).]\\s|\\p{Ll}+[\\s,;.]).*");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;][\\p{Pf}\\p{Pe}\"'$]*");
    private static final Pattern UNFINISHED = Pattern.compile(".*[:;,]|.*https?://\\S+");
    // These are the page's own words around the papers.
    private static final Set<String> FURNITURE = Set.of(
            "new",
            "get trending papers in your email inbox!",
            "subscribe",
            "daily papers",
            "daily",
            "weekly",
            "monthly",
            "previous",
            "next",
            "previous next",
            "upvote",
            "abstract",
            "trending papers",
            "view all papers",
            "load more",
            "company",
            "tos",
            "privacy",
            "about",
            "careers",
            "jobs",
            "website",
            "models",
            "datasets",
            "spaces",
            "pricing",
            "docs",
            "system theme",
            "© hugging face");

    static List<PageLine> of(String page) {
        List<PageLine> lines = new ArrayList<>();
        String[] raw = BREAK.split(page, -1);
        boolean afterBlank = true;
        for (int i = 0; i < raw.length; i++) {
            String text = PlainText.read(raw[i]);
            if (text != null
                    && !afterBlank
                    && lines.get(lines.size() - 1).text().equalsIgnoreCase("Submitted by")) {
                PageLine opening = lines.remove(lines.size() - 1);
                lines.add(new PageLine(opening.number(), opening.text() + " " + text, opening.afterBlank(), false));
            } else if (text != null) {
                lines.add(new PageLine(i + 1, text, afterBlank, HumanText.holdsControlCharacters(raw[i])));
            }
            afterBlank = text == null;
        }
        return lines;
    }

    int length() {
        return text.length();
    }

    boolean isNumber() {
        return NUMBER.matcher(text).matches();
    }

    boolean isFurniture() {
        return FURNITURE.contains(text.toLowerCase(Locale.ROOT))
                || SUBMITTED.matcher(text).matches();
    }

    boolean endsSentence() {
        return SENTENCE_END.matcher(text).matches();
    }

    boolean announcesMore() {
        return text.endsWith(":");
    }

    // No title begins with a bullet, a list number or a lower-case word.
    boolean continues() {
        return CONTINUES.matcher(text).matches();
    }

    boolean beginsLikeTitle() {
        return length() <= 200 && !isNumber() && !continues();
    }

    boolean looksLikeTitle() {
        return beginsLikeTitle()
                && !text.endsWith(".")
                && !UNFINISHED.matcher(text).matches();
    }
}
