package dev.paperround.matching;

import java.util.HashMap;
import java.util.Map;

/** Goes through a text once. Braces that a command takes are noted ahead with what stands in their place. */
final class TexReader {
    private final String in;
    private final StringBuilder out;
    private final TexLayout layout;
    private final Map<Integer, String> braces = new HashMap<>();
    private final int lastClosingQuotes;
    private final int lastClosingParen;
    private final int lastClosingBracket;
    private int at;
    private int mathEnd = -1;
    private int mathDelimiter;
    private int commandEnd = -1;
    private int quotesOpen;

    TexReader(String in) {
        this.in = in;
        this.out = new StringBuilder(in.length());
        this.layout = new TexLayout(in);
        this.lastClosingQuotes = in.lastIndexOf("''");
        this.lastClosingParen = in.lastIndexOf("\\)");
        this.lastClosingBracket = in.lastIndexOf("\\]");
    }

    String read() {
        while (at < in.length()) {
            if (inMath() && at >= mathEnd) {
                at = Math.max(at, mathEnd + mathDelimiter);
                mathEnd = -1;
            } else {
                step(in.charAt(at));
            }
        }
        return out.toString();
    }

    private void step(char c) {
        switch (c) {
            case '\\' -> command();
            case '$' -> dollar();
            case '{', '}' -> brace(c);
            case '^', '_' -> script(c);
            case '~' -> put(inMath() || isTie() ? " " : "~", 1);
            case '-' -> dashes();
            case '`', '\'' -> quotes(c);
            default -> plain(c);
        }
    }

    private void plain(char c) {
        boolean afterDigit = c == 't' && at > 0 && Character.isDigit(in.charAt(at - 1));
        if (afterDigit && in.startsWith("times", at) && !isLetter(at + 5)) {
            // Saved pages have lost the backslash of \times.
            put("×", 5);
        } else if (!inMath() && c == 'h' && (in.startsWith("http://", at) || in.startsWith("https://", at))) {
            int end = at;
            while (end < in.length() && "{}<>\"$\\".indexOf(in.charAt(end)) < 0 && !isBlank(end)) {
                end++;
            }
            put(in.substring(at, end), end - at);
        } else {
            out.append(c);
            at++;
        }
    }

    private void dollar() {
        int end = inMath() ? -1 : layout.mathEnd(at);
        if (end < 0) {
            int run = !inMath() && in.startsWith("$$", at) ? 2 : 1;
            put("$".repeat(run), run);
        } else {
            openMath(in.startsWith("$$", at) ? 2 : 1, end);
        }
    }

    private void openMath(int delimiter, int end) {
        mathDelimiter = delimiter;
        mathEnd = end;
        at += delimiter;
    }

    private void brace(char c) {
        String instead = braces.get(at);
        if (instead == null && !inMath() && c == '{' && layout.isPaired(at) && isKnownCommand(at + 1)) {
            replaceBraces(at, "", "");
            instead = "";
        }
        put(instead != null ? instead : inMath() ? "" : String.valueOf(c), 1);
    }

    private void script(char c) {
        int open = at + 1;
        int close = partner(open);
        if (close < 0 && !inMath() || open >= in.length()) {
            put(String.valueOf(c), 1);
        } else if (close >= 0) {
            String content = close - open > 40 ? in.substring(open + 1, open + 40) : in.substring(open + 1, close);
            String symbol = TexSymbols.SYMBOLS.getOrDefault(content.startsWith("\\") ? content.substring(1) : content, content);
            boolean isSymbol = content.length() > 1 && !symbol.equals(content);
            if (isSymbol) {
                put(raised(c, symbol), close + 1 - at);
            } else if (TexScripts.of(c, content).isPresent()) {
                put(TexScripts.of(c, content).get(), close + 1 - at);
            } else {
                boolean simple = content.codePoints().allMatch(each -> Character.isLetterOrDigit(each) || each == '.');
                replaceBraces(open, simple ? "" : "(", simple ? "" : ")");
                put(String.valueOf(c), 1);
            }
        } else if (in.charAt(open) == '\\') {
            String symbol = TexSymbols.SYMBOLS.getOrDefault(name(open + 1), "");
            put(symbol.isEmpty() ? String.valueOf(c) : raised(c, symbol), symbol.isEmpty() ? 1 : 2 + name(open + 1).length());
        } else if (open == mathEnd) {
            put(String.valueOf(c), 1);
        } else {
            String content = in.substring(open, open + 1);
            put(TexScripts.of(c, content).orElse(c + ""), TexScripts.of(c, content).isPresent() ? 2 : 1);
        }
    }

    private static String raised(char direction, String symbol) {
        return switch (symbol) {
            case "∘" -> direction == '^' ? "°" : "_∘";
            case "′" -> "′";
            default -> direction + symbol;
        };
    }

    private void dashes() {
        int end = at;
        while (end < in.length() && in.charAt(end) == '-') {
            end++;
        }
        int run = end - at;
        boolean blankBefore = at == 0 || isBlank(at - 1);
        boolean option = blankBefore && end < in.length() && !isBlank(end);
        boolean arrow = at > 0 && "<>!=|".indexOf(in.charAt(at - 1)) >= 0;
        boolean goesOn = end < in.length() && (isBlank(end) || isLetter(end) || "\"'`\\$({[".indexOf(in.charAt(end)) >= 0
                || Character.isDigit(in.charAt(end)));
        boolean dash = !inMath() && (run == 2 || run == 3) && !option && !arrow && goesOn;
        put(dash ? (run == 2 ? "–" : "—") : "-".repeat(run), run);
    }

    private void quotes(char c) {
        boolean doubled = !inMath() && in.startsWith(String.valueOf(c).repeat(2), at) && lastClosingQuotes >= 0;
        boolean opens = doubled && c == '`' && at < lastClosingQuotes && !in.startsWith("```", at);
        boolean closes = doubled && c == '\'' && quotesOpen > 0;
        quotesOpen += opens ? 1 : closes ? -1 : 0;
        put(opens ? "“" : closes ? "”" : String.valueOf(c), opens || closes ? 2 : 1);
    }

    private boolean isTie() {
        if (at == 0 || at + 1 >= in.length()) {
            return false;
        }
        char before = in.charAt(at - 1);
        char after = in.charAt(at + 1);
        boolean range = Character.isDigit(before) && Character.isDigit(after);
        return !range
                && (Character.isLetterOrDigit(before) || ".,)}$".indexOf(before) >= 0)
                && (Character.isLetterOrDigit(after) || "\\$(".indexOf(after) >= 0);
    }

    private void command() {
        String name = name(at + 1);
        if (!name.isEmpty()) {
            named(name, at + 1 + name.length());
        } else if (at + 1 < in.length()) {
            sign(in.charAt(at + 1));
        } else {
            put("\\", 1);
        }
    }

    private void sign(char c) {
        if ("%&_#${}".indexOf(c) >= 0) {
            put(String.valueOf(c), 2);
        } else if (c == '(' || c == '[') {
            int last = c == '(' ? lastClosingParen : lastClosingBracket;
            if (inMath() || last < at) {
                put("\\" + c, 2);
            } else {
                openMath(2, in.indexOf(c == '(' ? "\\)" : "\\]", at));
            }
        } else if (c == '\\') {
            boolean lineEnd = inMath() || at + 2 >= in.length() || isBlank(at + 2);
            put(lineEnd ? (inMath() ? " " : "") : "\\\\", 2);
        } else if (Character.isWhitespace(c)) {
            put("", 1);
        } else if (c == ',' || inMath() && ";:>".indexOf(c) >= 0) {
            put(" ", 2);
        } else if (inMath() ? c == '!' : c == '-') {
            put("", 2);
        } else if (inMath() && c == '|') {
            put("‖", 2);
        } else {
            accent(String.valueOf(c), at + 2);
        }
    }

    private void accent(String command, int end) {
        boolean apostrophe = command.equals("'") && at > 0 && isLetter(at - 1)
                && in.substring(end, Math.min(in.length(), end + 3)).matches("(?:s|t|d|m|re|ll|ve)(?:\\P{L}.?)?");
        TexAccents.Accented accented = inMath() || apostrophe || !TexAccents.isAccent(command)
                ? null
                : TexAccents.read(command, in, end).orElse(null);
        if (accented != null) {
            put(accented.text(), accented.end() - at);
        } else if (apostrophe) {
            put("'", 2);
        } else {
            put(in.substring(at, end), end - at);
        }
    }

    private void named(String name, int end) {
        if (TexSymbols.DRESS.contains(name) && (inMath() || in.startsWith("{", end))) {
            replaceBraces(end, "", "");
            put("", end - at);
        } else if (TexSymbols.DRESS_BY_FIRST.contains(name) && partner(end) >= 0 && in.startsWith("{", partner(end) + 1)) {
            replaceBraces(partner(end) + 1, "", "");
            put("", partner(end) + 1 - at);
        } else if (name.equals("url") && partner(end) >= 0) {
            put(in.substring(end + 1, partner(end)), partner(end) + 1 - at);
        } else if (name.equals("footnote") && partner(end) >= 0) {
            replaceBraces(end, " (", ")");
            put("", end - at);
        } else if (name.equals("sqrt") && (inMath() || partner(end) >= 0)) {
            boolean simple = partner(end) < end + 3;
            replaceBraces(end, simple ? "" : "(", simple ? "" : ")");
            put("√", end - at);
        } else if (name.endsWith("frac") && partner(end) >= 0 && partner(partner(end) + 1) >= 0) {
            int second = partner(end) + 1;
            replaceBraces(end, second - end > 3 ? "(" : "", second - end > 3 ? ")/" : "/");
            boolean simple = partner(second) - second < 3;
            replaceBraces(second, simple ? "" : "(", simple ? "" : ")");
            put("", end - at);
        } else if (TexSymbols.SYMBOLS.containsKey(name) && !isPath()) {
            int skipped = in.startsWith("{}", end) ? 2 : TexSymbols.LETTERS.contains(name) && in.startsWith(" ", end) ? 1 : 0;
            put(TexSymbols.SYMBOLS.get(name), end + skipped - at);
            commandEnd = at;
        } else if (inMath()) {
            namedInMath(name, end);
        } else if (TexSymbols.FONT_SWITCHES.contains(name) && at > 0 && in.charAt(at - 1) == '{') {
            put("", end + (in.startsWith(" ", end) ? 1 : 0) - at);
        } else if (TexAccents.isAccent(name)) {
            accent(name, end);
        } else {
            put("\\" + name, end + (in.startsWith("{}", end) ? 2 : 0) - at);
        }
    }

    private void namedInMath(String name, int end) {
        if (TexSymbols.SILENT_IN_MATH.contains(name)) {
            put("", end + (in.startsWith(".", end) ? 1 : 0) - at);
            return;
        }
        boolean glued = !out.isEmpty() && Character.isLetterOrDigit(out.charAt(out.length() - 1));
        put((glued ? " " : "") + name + (in.startsWith("{", end) ? " " : ""), end - at);
    }

    /** C:\times, or \to behind C:\path, is no symbol. */
    private boolean isPath() {
        return !inMath() && at > 0 && commandEnd != at && (isLetter(at - 1) || ":\\".indexOf(in.charAt(at - 1)) >= 0);
    }

    private boolean isKnownCommand(int from) {
        if (!in.startsWith("\\", from)) {
            return false;
        }
        String name = name(from + 1);
        return name.isEmpty()
                ? from + 1 < in.length() && TexAccents.isAccent(in.substring(from + 1, from + 2))
                : TexSymbols.SYMBOLS.containsKey(name)
                        || TexSymbols.DRESS.contains(name)
                        || TexSymbols.FONT_SWITCHES.contains(name)
                        || TexAccents.isAccent(name);
    }

    /** Within a formula, braces that close behind its end do not count. */
    private int partner(int open) {
        int close = layout.partner(open);
        return inMath() && close >= mathEnd ? -1 : close;
    }

    private void replaceBraces(int open, String opening, String closing) {
        if (in.startsWith("{", open)) {
            braces.put(open, opening);
            if (partner(open) >= 0) {
                braces.put(partner(open), closing);
            }
        }
    }

    private String name(int from) {
        int end = from;
        while (end < in.length() && (in.charAt(end) | 32) >= 'a' && (in.charAt(end) | 32) <= 'z') {
            end++;
        }
        return in.substring(Math.min(from, in.length()), end);
    }

    private void put(String text, int consumed) {
        out.append(text);
        at += consumed;
    }

    private boolean inMath() {
        return mathEnd >= 0;
    }

    private boolean isLetter(int index) {
        return index < in.length() && Character.isLetter(in.charAt(index));
    }

    private boolean isBlank(int index) {
        return Character.isWhitespace(in.charAt(index));
    }
}
