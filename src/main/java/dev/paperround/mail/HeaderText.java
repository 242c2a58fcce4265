package dev.paperround.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.regex.Pattern;

/** Encodes text for a mail header as one folded line, with encoded words (RFC 2047) for anything but ASCII. */
public final class HeaderText {
    // An encoded word has at most 75 characters, of which 12 are =?UTF-8?B??=, and base64 turns 3 bytes into 4.
    private static final int BYTES_A_WORD = 45;

    private static final int LONGEST = 180;

    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s]+");

    private HeaderText() {}

    public static String encode(String text) {
        var line = cut(
                isOneLine(text) ? text : BLANKS.matcher(text).replaceAll(" ").strip());
        return isAscii(line) && !line.contains("=?") ? fold(line) : encodedWords(line);
    }

    // Most texts are on one line already, and replacing blanks would take longer than everything else here.
    private static boolean isOneLine(String text) {
        return isAscii(text) && !text.contains("  ") && !text.startsWith(" ") && !text.endsWith(" ");
    }

    private static boolean isAscii(String line) {
        for (var i = 0; i < line.length(); i++) {
            if (line.charAt(i) < ' ' || line.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }

    static String phrase(String name) {
        var encoded = encode(name);
        return encoded.startsWith("=?") || encoded.matches("[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*")
                ? encoded
                : '"' + encoded.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }

    private static String fold(String line) {
        var folded = new StringBuilder();
        var column = 10;
        for (var word : line.split(" ")) {
            if (folded.length() > 0) {
                var fits = column + 1 + word.length() <= 76;
                folded.append(fits ? " " : "\r\n ");
                column = fits ? column + 1 : 1;
            }
            folded.append(word);
            column += word.length();
        }
        return folded.toString();
    }

    private static String encodedWords(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var length = 0;
        for (var c : line.codePoints().toArray()) {
            var bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > BYTES_A_WORD) {
                words.add(encodedWord(word));
                word.setLength(0);
                length = 0;
            }
            word.appendCodePoint(c);
            length += bytes;
        }
        words.add(encodedWord(word));
        return String.join("\r\n ", words);
    }

    private static String encodedWord(CharSequence text) {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
