package dev.paperround.paper.source.savedpage;

import java.util.regex.Pattern;

final class PageEnd {
    private static final Pattern PART_OF_BY_LINE = Pattern.compile("[•·∙]( ?\\d[\\d,]*( (a(u(t(h(o(r)?)?)?)?)?)?)?)?");
    private static final Pattern SENTENCE_END = Pattern.compile("(?s).*[.!?…:;)\\]}\"'”’»*%$。]");
    private static final Pattern ADDRESS_AT_END = Pattern.compile("(?s).*(^|\\s)\\S*[./@]\\S+");

    private PageEnd() {}

    static boolean isPartOfByLine(String line) {
        return PART_OF_BY_LINE.matcher(line.strip()).matches();
    }

    // Many abstracts end with the URL of their code and no full stop.
    static boolean isInsideSentence(String text) {
        String end = text.strip();
        return !SENTENCE_END.matcher(end).matches()
                && !ADDRESS_AT_END.matcher(end).matches();
    }
}
