package dev.paperround.paper.source;

import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.PlainText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Distinguishes text written by people from machine output such as binary data, code, logs and markup. */
public final class HumanText {
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0E-\\x1F\\x7F]");
    private static final Pattern WORD =
            Pattern.compile("(?U)[\\p{Ps}\\p{Pi}\"'$]*\\p{L}[\\p{L}\\p{M}'’.–-]*(?:[\\p{Pe}\\p{Pf}\\p{Po}]|['\"$])*");
    private static final Pattern WITHOUT_SPACES =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsHangul}]");
    private static final Pattern SENTENCE_END = Pattern.compile("(?s).*[.!?…。！？][\\p{Pf}\\p{Pe}\"'$]*");
    private static final Pattern MACHINE_LINE = Pattern.compile(
            "<[/!?A-Za-z].*|.*</[A-Za-z]\\w*>.*|.*[;{]|.*[\\s();]\\}|[{}\\[\\]|`].*|#.*|//.*|/\\*.*|\\*/|\\* \\D.*|@\\w+.*"
                    + "|(?:import|package|public|private|static|final|def|class|return|function|const|let|var|using|include) .*"
                    + "|\\$ .*|>.*|[-=_*~+]{3,}.*|\\w[\\w.-]*(?:=|:=)\\S.*|[\\w.-]+\\(.*\\)"
                    + "|\\[?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ].*|\\[?\\d\\d:\\d\\d:\\d\\d.*|.*\\b(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\\b[ \\]:].*"
                    + "|[A-Z][a-z]{2} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d .*|\\d{1,3}(?:\\.\\d{1,3}){3} .*");
    private static final int SENTENCE_WORDS = 3;
    private static final int SENTENCE_SIGNS = 6;

    private HumanText() {}

    // Returns the reason why the title or the abstract is unusable.
    public static Optional<Message> fault(String title, String abstractText) {
        String readTitle = PlainText.read(title);
        String readAbstract = PlainText.read(abstractText);
        if (readTitle == null) {
            return Optional.of(Message.of(IngestMessages.class, say -> say.noTitle()));
        }
        if (holdsControlCharacters(title) || readAbstract != null && holdsControlCharacters(abstractText)) {
            return Optional.of(Message.of(IngestMessages.class, say -> say.controlCharacters()));
        }
        if (!isLegible(readTitle)) {
            return Optional.of(Message.of(IngestMessages.class, say -> say.noWord()));
        }
        return readAbstract == null || isLegible(readAbstract)
                ? Optional.empty()
                : Optional.of(Message.of(IngestMessages.class, say -> say.noSentence()));
    }

    public static boolean holdsControlCharacters(String text) {
        return CONTROL.matcher(text).find();
    }

    // Requires letters or digits and allows hardly any unassigned characters.
    public static boolean isLegible(String text) {
        long open = text.codePoints()
                .filter(point -> point == 0xFFFD
                        || !Character.isDefined(point)
                        || Character.getType(point) == Character.PRIVATE_USE)
                .count();
        return text.codePoints().anyMatch(Character::isLetterOrDigit)
                && open <= Math.max(1, text.codePointCount(0, text.length()) / 20);
    }

    public static boolean holdsWord(String text) {
        return isLegible(text) && (words(text) > 0 || signs(text) > 0);
    }

    // Requires a complete sentence of a few words that begins as sentences do.
    public static boolean isSentence(String text) {
        boolean enough = words(text) >= Math.max(SENTENCE_WORDS, text.split(" ").length * 0.2)
                || signs(text) >= Math.max(SENTENCE_SIGNS, text.length() * 0.4);
        return isLegible(text)
                && enough
                && !Character.isLowerCase(text.codePointAt(0))
                && SENTENCE_END.matcher(text).matches();
    }

    // Matches lines of code, logs, markup and mail headers.
    public static boolean isOfMachines(String line) {
        return MACHINE_LINE.matcher(line).matches();
    }

    private static long words(String text) {
        return Pattern.compile(" ")
                .splitAsStream(text)
                .filter(word -> word.length() <= 40 && WORD.matcher(word).matches())
                .count();
    }

    private static long signs(String text) {
        return WITHOUT_SPACES.matcher(text).results().count();
    }
}
