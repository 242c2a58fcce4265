package dev.paperround.matching.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits a text into the pieces that BERT models know. It is hand-written because the library for it brings a second
 * native library, a cache in the user's home directory and calls to its maker.
 */
final class WordPieces {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;

    WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = vocabulary.get("[UNK]");
    }

    // Includes the marks at the beginning and at the end.
    long[] ids(String text, int most) {
        List<Integer> ids = new ArrayList<>();
        ids.add(vocabulary.get("[CLS]"));
        for (String word : words(text)) {
            if (ids.size() >= most) {
                break;
            }
            addPieces(word, ids);
        }
        List<Integer> cut = ids.subList(0, Math.min(ids.size(), most - 1));
        long[] all = new long[cut.size() + 1];
        for (int i = 0; i < cut.size(); i++) {
            all[i] = cut.get(i);
        }
        all[cut.size()] = vocabulary.get("[SEP]");
        return all;
    }

    private void addPieces(String word, List<Integer> ids) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            ids.add(unknown);
            return;
        }
        List<Integer> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer piece = null;
            while (piece == null && to > from) {
                piece = vocabulary.get((from == 0 ? "" : "##") + word.substring(from, to));
                to -= piece == null ? 1 : 0;
            }
            if (piece == null) {
                ids.add(unknown);
                return;
            }
            pieces.add(piece);
            from = to;
        }
        ids.addAll(pieces);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    if (Character.getType(c) == Character.NON_SPACING_MARK) {
                        return;
                    }
                    boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
                    boolean alone = isPunctuation(c) || Character.isIdeographic(c);
                    if (space || alone) {
                        end(word, words);
                    }
                    if (alone) {
                        words.add(Character.toString(c));
                    } else if (!space && isVisible(c)) {
                        word.appendCodePoint(c);
                    }
                });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> c != 0xFFFD;
        };
    }

    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > ' ' && c != 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
