package dev.paperround.matching.tex;

import java.util.Optional;
import java.util.regex.Pattern;

final class TexReader {
    private static final int LONGEST_SCRIPT = 40;
    private static final Pattern ONE_WORD = Pattern.compile("[\\p{L}\\p{N}.]*|\\\\[a-z]+\\{[\\p{L}\\p{N}]*\\}");

    private final TexCursor cursor;
    private final TexCommands commands;
    private final TexPunctuation punctuation;

    TexReader(String in) {
        cursor = new TexCursor(in);
        commands = new TexCommands(cursor);
        punctuation = new TexPunctuation(cursor);
    }

    String read() {
        while (cursor.at < cursor.in.length()) {
            if (cursor.isAtMathEnd()) {
                cursor.closeMath();
            } else {
                step(cursor.in.charAt(cursor.at));
            }
        }
        return cursor.out.toString();
    }

    private void step(char c) {
        switch (c) {
            case '\\' -> commands.read();
            case '$' -> dollar();
            case '{', '}' -> brace(c);
            case '^', '_' -> script(c);
            case '~' -> cursor.put(cursor.inMath() || punctuation.isTie() ? " " : "~", 1);
            case '-' -> punctuation.dashes();
            case '`', '\'' -> punctuation.quotes(c);
            default -> plain(c);
        }
    }

    private void plain(char c) {
        boolean afterDigit = c == 't' && cursor.at > 0 && Character.isDigit(cursor.in.charAt(cursor.at - 1));
        if (afterDigit && cursor.follows("times", cursor.at) && !cursor.isLetter(cursor.at + 5)) {
            // Saved pages have lost the backslash of \times.
            cursor.put("×", 5);
        } else if (!cursor.inMath()
                && c == 'h'
                && (cursor.follows("http://", cursor.at) || cursor.follows("https://", cursor.at))) {
            int end = cursor.at;
            while (end < cursor.in.length() && "{}<>\"$\\".indexOf(cursor.in.charAt(end)) < 0 && !cursor.isBlank(end)) {
                end++;
            }
            cursor.put(cursor.in.substring(cursor.at, end), end - cursor.at);
        } else {
            cursor.out.append(c);
            cursor.at++;
        }
    }

    private void dollar() {
        int end = cursor.inMath() ? -1 : cursor.layout.mathEnd(cursor.at);
        if (end < 0) {
            int run = !cursor.inMath() && cursor.follows("$$", cursor.at) ? 2 : 1;
            cursor.put("$".repeat(run), run);
        } else {
            cursor.openMath(cursor.follows("$$", cursor.at) ? 2 : 1, end);
        }
    }

    private void brace(char c) {
        String instead = cursor.insteadOfBrace();
        if (instead == null
                && !cursor.inMath()
                && c == '{'
                && cursor.layout.isPaired(cursor.at)
                && commands.isKnownCommand(cursor.at + 1)) {
            cursor.replaceBraces(cursor.at, "", "");
            instead = "";
        }
        cursor.put(instead != null ? instead : cursor.inMath() ? "" : String.valueOf(c), 1);
    }

    private void script(char direction) {
        int open = cursor.at + 1;
        int close = cursor.partner(open);
        if (close >= 0) {
            braced(direction, open, close);
        } else if (cursor.inMath() && !cursor.isMathEnd(open)) {
            bare(direction, open);
        } else {
            cursor.put(String.valueOf(direction), 1);
        }
    }

    private void braced(char direction, int open, int close) {
        String content = cursor.in.substring(open + 1, Math.min(close, open + LONGEST_SCRIPT));
        String symbol = symbol(content);
        Optional<String> script =
                symbol.isEmpty() ? TexScripts.of(direction, content) : Optional.of(raised(direction, symbol));
        if (script.isPresent()) {
            cursor.put(script.get(), close + 1 - cursor.at);
        } else {
            boolean simple = ONE_WORD.matcher(content).matches();
            cursor.replaceBraces(open, simple ? "" : "(", simple ? "" : ")");
            cursor.put(String.valueOf(direction), 1);
        }
    }

    private void bare(char direction, int at) {
        String name = cursor.follows("\\", at) ? cursor.name(at + 1) : "";
        String symbol = symbol("\\" + name);
        Optional<String> script = TexScripts.of(direction, cursor.in.substring(at, at + 1));
        if (!symbol.isEmpty()) {
            cursor.put(raised(direction, symbol), 2 + name.length());
        } else {
            cursor.put(script.orElse(String.valueOf(direction)), script.isPresent() ? 2 : 1);
        }
    }

    private static String symbol(String content) {
        if (content.startsWith("\\")) {
            return TexSymbols.SYMBOLS.getOrDefault(content.substring(1), "");
        }
        return TexSymbols.KNOWN_WITHOUT_BACKSLASH.contains(content) ? TexSymbols.SYMBOLS.get(content) : "";
    }

    private static String raised(char direction, String symbol) {
        return switch (symbol) {
            case "∘" -> direction == '^' ? "°" : "_∘";
            case "′" -> "′";
            default -> direction + symbol;
        };
    }
}
