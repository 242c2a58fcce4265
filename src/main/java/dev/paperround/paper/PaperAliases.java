package dev.paperround.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds the names by which a paper is recognised when it appears again. */
public final class PaperAliases {
    private static final Pattern NOT_WRITING = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern KEY = Pattern.compile(".*[a-z0-9]-[0-9a-f]{8}");
    private static final int KEY_WORDS = 6;
    private static final int KEY_LENGTH = 60;
    // A PostgreSQL index entry can hold at most 2,704 bytes.
    private static final int TITLE_LENGTH = 500;

    private PaperAliases() {}

    public static Set<String> of(ParsedPaper draft) {
        Set<String> names = new LinkedHashSet<>();
        if (draft.id() != null) {
            names.add(byId(draft.id()));
        }
        if (draft.facts().doi() != null) {
            names.add(byId(draft.facts().doi()));
        }
        names.add(byId(key(draft.facts().title())));
        names.add(byTitle(draft.facts().title()));
        return names;
    }

    public static String publicId(ParsedPaper draft) {
        return draft.id() != null ? draft.id() : key(draft.facts().title());
    }

    static String byId(String publicId) {
        return "id:" + publicId;
    }

    // An arXiv id is the best id, followed by a DOI. A key made from the title is the worst.
    public static boolean isBetterId(String candidate, String current) {
        return rank(candidate) > rank(current);
    }

    public static boolean isKey(String publicId) {
        return rank(publicId) == 0;
    }

    private static int rank(String publicId) {
        if (ArxivId.is(publicId)) {
            return 3;
        }
        return Doi.is(publicId) ? 2 : KEY.matcher(publicId).matches() ? 0 : 1;
    }

    private static String byTitle(String title) {
        String folded = folded(title);
        return "title:" + (folded.length() <= TITLE_LENGTH ? folded : sha256(folded));
    }

    static String key(String title) {
        String words = Arrays.stream(NOT_SLUG.split(plain(title)))
                .filter(word -> !word.isEmpty())
                .limit(KEY_WORDS)
                .collect(Collectors.joining("-"));
        String start = words.isEmpty() ? "paper" : words.substring(0, Math.min(words.length(), KEY_LENGTH));
        return start.replaceFirst("-$", "") + "-" + sha256(folded(title)).substring(0, 8);
    }

    // Case, accents, punctuation and white space do not matter, but a title that consists of nothing else is kept as it
    // is.
    private static String folded(String title) {
        String folded = NOT_WRITING.matcher(plain(title)).replaceAll("");
        return folded.isEmpty() ? title.strip() : folded;
    }

    private static String plain(String title) {
        String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
        // Upper case comes first, so that ß matches SS and both lower-case sigmas match each other.
        return MARKS.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
