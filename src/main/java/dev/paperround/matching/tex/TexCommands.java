package dev.paperround.matching.tex;

import java.util.regex.Pattern;

final class TexCommands {
    // Matches the rest of a contraction such as it\'s, where the apostrophe is not an accent.
    private static final Pattern CONTRACTED = Pattern.compile("(?:s|t|d|m|re|ll|ve)(?!\\p{L})");

    private final TexCursor cursor;
    private final int lastParen;
    private final int lastBracket;
    private int commandEnd = -1;

    TexCommands(TexCursor cursor) {
        this.cursor = cursor;
        this.lastParen = cursor.in.lastIndexOf("\\)");
        this.lastBracket = cursor.in.lastIndexOf("\\]");
    }

    void read() {
        String name = cursor.name(cursor.at + 1);
        if (!name.isEmpty()) {
            named(name, cursor.at + 1 + name.length());
        } else if (cursor.at + 1 < cursor.in.length()) {
            sign(cursor.in.charAt(cursor.at + 1));
        } else {
            cursor.put("\\", 1);
        }
    }

    private void sign(char c) {
        if ("%&_#${}".indexOf(c) >= 0) {
            cursor.put(String.valueOf(c), 2);
        } else if (c == '(' || c == '[') {
            int last = c == '(' ? lastParen : lastBracket;
            if (cursor.inMath() || last < cursor.at) {
                cursor.put("\\" + c, 2);
            } else {
                cursor.openMath(2, cursor.in.indexOf(c == '(' ? "\\)" : "\\]", cursor.at));
            }
        } else if (c == '\\') {
            boolean lineEnd = cursor.inMath() || cursor.at + 2 >= cursor.in.length() || cursor.isBlank(cursor.at + 2);
            boolean blankTwice = lineEnd && cursor.follows(" \\\\ ", cursor.at - 1);
            cursor.put(lineEnd ? (cursor.inMath() ? " " : "") : "\\\\", blankTwice ? 3 : 2);
        } else if (Character.isWhitespace(c)) {
            cursor.put("", 1);
        } else if (c == ',' || cursor.inMath() && ";:>".indexOf(c) >= 0) {
            cursor.put(" ", 2);
        } else if (cursor.inMath() ? c == '!' : c == '-') {
            cursor.put("", 2);
        } else if (cursor.inMath() && c == '|') {
            cursor.put("‖", 2);
        } else {
            accent(String.valueOf(c), cursor.at + 2);
        }
    }

    private void accent(String command, int end) {
        boolean apostrophe = command.equals("'")
                && cursor.at > 0
                && cursor.isLetter(cursor.at - 1)
                && CONTRACTED.matcher(cursor.in).region(end, cursor.in.length()).lookingAt();
        TexAccents.Accented accented = cursor.inMath() || apostrophe || !TexAccents.isAccent(command)
                ? null
                : TexAccents.read(command, cursor.in, end).orElse(null);
        if (accented != null) {
            cursor.put(accented.text(), accented.end() - cursor.at);
        } else if (apostrophe) {
            cursor.put("'", 2);
        } else {
            cursor.put(cursor.in.substring(cursor.at, end), end - cursor.at);
        }
    }

    private void named(String name, int end) {
        int start = cursor.at;
        if (dressed(name, end) || built(name, end)) {
            return;
        }
        if (TexSymbols.SYMBOLS.containsKey(name) && !isPath(name)) {
            boolean swallows = TexSymbols.LETTERS.contains(name) && cursor.follows(" ", end);
            int skipped = cursor.follows("{}", end) ? 2 : swallows ? 1 : 0;
            cursor.put(TexSymbols.SYMBOLS.get(name), end + skipped - start);
            commandEnd = cursor.at;
        } else if (cursor.inMath()) {
            namedInMath(name, end);
        } else if (TexSymbols.FONT_SWITCHES.contains(name) && start > 0 && cursor.in.charAt(start - 1) == '{') {
            cursor.put("", end + (cursor.follows(" ", end) ? 1 : 0) - start);
        } else if (TexAccents.isAccent(name)) {
            accent(name, end);
        } else {
            cursor.put("\\" + name, end + (cursor.follows("{}", end) ? 2 : 0) - start);
        }
    }

    private boolean dressed(String name, int end) {
        int argument = end;
        if (TexSymbols.DRESS_BY_FIRST.contains(name) && cursor.partner(end) >= 0) {
            argument = cursor.partner(end) + 1;
        } else if (!TexSymbols.DRESS.contains(name)) {
            return false;
        }
        boolean braced = cursor.follows("{", argument);
        if (!braced && !cursor.inMath()) {
            return false;
        }
        cursor.replaceBraces(argument, "", "");
        cursor.put("", argument + (!braced && cursor.follows(" ", argument) ? 1 : 0) - cursor.at);
        return true;
    }

    private boolean built(String name, int end) {
        int close = cursor.partner(end);
        if (name.equals("url") && close >= 0) {
            cursor.put(cursor.in.substring(end + 1, close), close + 1 - cursor.at);
        } else if (name.equals("footnote") && close >= 0) {
            cursor.replaceBraces(end, " (", ")");
            cursor.put("", end - cursor.at);
        } else if (name.equals("sqrt") && (cursor.inMath() || close >= 0)) {
            group(end, close, "");
            cursor.put("√", end - cursor.at);
        } else if (name.endsWith("frac") && close >= 0 && cursor.partner(close + 1) >= 0) {
            group(end, close, "/");
            group(close + 1, cursor.partner(close + 1), "");
            cursor.put("", end - cursor.at);
        } else {
            return false;
        }
        return true;
    }

    private void group(int open, int close, String then) {
        boolean simple = close <= open + 2;
        cursor.replaceBraces(open, simple ? "" : "(", (simple ? "" : ")") + then);
    }

    private void namedInMath(String name, int end) {
        if (TexSymbols.SILENT_IN_MATH.contains(name)) {
            cursor.put("", end + (cursor.follows(".", end) ? 1 : 0) - cursor.at);
            return;
        }
        boolean glued = !cursor.out.isEmpty() && Character.isLetterOrDigit(cursor.out.charAt(cursor.out.length() - 1));
        cursor.put((glued ? " " : "") + name + (cursor.follows("{", end) ? " " : ""), end - cursor.at);
    }

    // A Windows path such as C:\times, or \to after C:\path, contains no symbols.
    private boolean isPath(String name) {
        if (cursor.inMath() || cursor.at == 0 || commandEnd == cursor.at) {
            return false;
        }
        boolean inWord = cursor.isLetter(cursor.at - 1) && !TexSymbols.LETTERS.contains(name);
        return inWord || ":\\".indexOf(cursor.in.charAt(cursor.at - 1)) >= 0;
    }

    boolean isKnownCommand(int from) {
        if (!cursor.follows("\\", from)) {
            return false;
        }
        String name = cursor.name(from + 1);
        return name.isEmpty()
                ? from + 1 < cursor.in.length() && TexAccents.isAccent(cursor.in.substring(from + 1, from + 2))
                : TexSymbols.SYMBOLS.containsKey(name)
                        || TexSymbols.DRESS.contains(name)
                        || TexSymbols.FONT_SWITCHES.contains(name)
                        || TexAccents.isAccent(name);
    }
}
