package dev.paperround.paper.source.savedpage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that close a block of a saved page: by-line, dot and date, any of which may be lost.
 *
 * @param size number of lines it takes up
 */
record PageFooter(int size, Integer authorCount, String organization, PageDate date) {
    private static final PageDate NO_DATE = new PageDate(null, null);
    private static final Pattern DOT = Pattern.compile("[·∙⋅・]");
    private static final Pattern AUTHORS = Pattern.compile("(?:(.{1,100}?) )?([•·∙*-]) ?(\\d[\\d,]{0,8}) authors?");
    private static final Pattern BARE_AUTHORS = Pattern.compile("()()(\\d[\\d,]{0,8}) authors?");
    private static final Pattern ONE_LINE = Pattern.compile("(.{1,100}) [·∙⋅・] (" + PageDate.FORM + ")");
    private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*");
    private static final int ORGANIZATION_LENGTH = 100;

    // textLines counts the lines above that still need a footer.
    static Optional<PageFooter> at(List<PageLine> lines, int index, int textLines, LocalDate day) {
        PageLine line = lines.get(index);
        Matcher oneLine = ONE_LINE.matcher(line.text());
        if (oneLine.matches()) {
            return oneLine(oneLine, textLines, day);
        }
        Optional<PageDate> dotted = dottedDate(lines, index, day);
        if (dotted.isPresent()) {
            return Optional.of(new PageFooter(2, null, null, dotted.get()));
        }
        if (isDot(line)) {
            return Optional.of(new PageFooter(1, null, null, NO_DATE));
        }
        return authors(lines, index, textLines, day)
                .or(() -> organization(lines, index, textLines, day))
                .or(() -> dateAlone(lines, index, textLines, day));
    }

    // Two features are needed where only this kind of page has them, because any text may have a lone dot or date.
    boolean isTelling() {
        return authorCount != null || date.date() != null && (size > 1 || organization != null);
    }

    private static Optional<PageFooter> oneLine(Matcher line, int textLines, LocalDate day) {
        PageDate date = PageDate.read(line.group(2), day).orElse(NO_DATE);
        Matcher authors = authors(line.group(1));
        if (authors.matches()) {
            return Optional.of(
                    new PageFooter(1, PageDate.count(authors.group(3)), displayName(authors.group(1)), date));
        }
        return looksLikeOrganization(line.group(1), textLines)
                ? Optional.of(new PageFooter(1, null, displayName(line.group(1)), date))
                : Optional.empty();
    }

    private static Matcher authors(String text) {
        Matcher bulleted = AUTHORS.matcher(text);
        return bulleted.matches() ? bulleted : BARE_AUTHORS.matcher(text);
    }

    private static Optional<PageFooter> authors(List<PageLine> lines, int index, int textLines, LocalDate day) {
        Matcher matcher = authors(lines.get(index).text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Rest rest = rest(lines, index + 1, day);
        // A list item in an abstract may look like a by-line, but no dot or date follows it and its block does not end
        // there.
        boolean standsAlone = lines.get(index).afterBlank()
                && (index + 1 == lines.size() || lines.get(index + 1).afterBlank());
        return rest.size() > 0 || standsAlone
                ? Optional.of(new PageFooter(
                        1 + rest.size(), PageDate.count(matcher.group(3)), displayName(matcher.group(1)), rest.date()))
                : Optional.empty();
    }

    private static Optional<PageFooter> organization(List<PageLine> lines, int index, int textLines, LocalDate day) {
        PageLine line = lines.get(index);
        if (index + 1 == lines.size() || !looksLikeOrganization(line.text(), textLines)) {
            return Optional.empty();
        }
        PageLine next = lines.get(index + 1);
        if (line.afterBlank()
                && textLines >= 2
                && !next.afterBlank()
                && authors(next.text()).matches()) {
            return authors(lines, index + 1, textLines, day)
                    .map(found -> new PageFooter(
                            found.size() + 1, found.authorCount(), displayName(line.text()), found.date()));
        }
        if (!isDot(next)) {
            return Optional.empty();
        }
        Rest rest = rest(lines, index + 1, day);
        return Optional.of(new PageFooter(1 + rest.size(), null, displayName(line.text()), rest.date()));
    }

    // A date without a dot closes a block only below a complete block and above another block or the end.
    private static Optional<PageFooter> dateAlone(List<PageLine> lines, int index, int textLines, LocalDate day) {
        boolean last = index + 1 == lines.size();
        boolean blockBelow = index + 2 < lines.size()
                && PageFooter.at(lines.subList(index + 2, Math.min(index + 6, lines.size())), 0, 1, day)
                        .isEmpty();
        if (textLines < 2 || !lines.get(index).afterBlank() || !(last || blockBelow)) {
            return Optional.empty();
        }
        return PageDate.read(lines.get(index).text(), day).map(date -> new PageFooter(1, null, null, date));
    }

    private record Rest(int size, PageDate date) {}

    private static Rest rest(List<PageLine> lines, int index, LocalDate day) {
        Optional<PageDate> dotted = dottedDate(lines, index, day);
        if (dotted.isPresent()) {
            return new Rest(2, dotted.get());
        }
        if (index == lines.size()) {
            return new Rest(0, NO_DATE);
        }
        return isDot(lines.get(index))
                ? new Rest(1, NO_DATE)
                : PageDate.read(lines.get(index).text(), day)
                        .map(date -> new Rest(1, date))
                        .orElse(new Rest(0, NO_DATE));
    }

    private static Optional<PageDate> dottedDate(List<PageLine> lines, int index, LocalDate day) {
        return index + 1 < lines.size() && isDot(lines.get(index))
                ? PageDate.read(lines.get(index + 1).text(), day)
                : Optional.empty();
    }

    private static boolean isDot(PageLine line) {
        return DOT.matcher(line.text()).matches();
    }

    private static boolean looksLikeOrganization(String text, int textLines) {
        String[] words = text.split(" ");
        if (text.length() > ORGANIZATION_LENGTH || !HANDLE.matcher(words[0]).matches()) {
            return false;
        }
        // With only a title above, this could also be a short abstract.
        return textLines >= 2 ? !text.endsWith(".") || words.length <= 6 : words.length <= 4 && !text.endsWith(".");
    }

    // The handle comes first. An organization without a display name is known by its handle.
    private static String displayName(String byline) {
        if (byline == null || byline.isBlank()) {
            return null;
        }
        int space = byline.indexOf(' ');
        return space > 0 && HANDLE.matcher(byline.substring(0, space)).matches() ? byline.substring(space + 1) : byline;
    }
}
