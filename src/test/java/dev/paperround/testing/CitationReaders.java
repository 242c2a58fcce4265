package dev.paperround.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.ris.RISParser;
import de.undercouch.citeproc.ris.RISReference;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;

/** Reads exported papers with the parsers of others. */
public final class CitationReaders {
    private static final Pattern TEX = Pattern.compile("\\\\(text[a-z]+)\\{\\}|\\\\([$&#_%])|[\\\\{}]");
    private static final Map<String, String> NAMED = Map.of(
            "textbackslash", "\\",
            "textbraceleft", "{",
            "textbraceright", "}",
            "textasciicircum", "^",
            "textasciitilde", "~",
            "textless", "<",
            "textgreater", ">",
            "textbar", "|");

    private CitationReaders() {}

    public static Map<Key, BibTeXEntry> bibTex(String text) {
        try {
            return new BibTeXParser().parse(new StringReader(text)).getEntries();
        } catch (ParseException e) {
            throw new AssertionError(text, e);
        }
    }

    public static String field(BibTeXEntry entry, String name) {
        var value = entry.getField(new Key(name));
        return value == null ? null : value.toUserString();
    }

    /** As any reader of BibTeX has it that knows the names of these characters. */
    public static String unescaped(String tex) {
        return TEX.matcher(tex).replaceAll(it -> {
            var named = it.group(1);
            var character = named == null ? Objects.requireNonNullElse(it.group(2), "") : NAMED.get(named);
            return Matcher.quoteReplacement(Objects.requireNonNull(character, named));
        });
    }

    /** As it would be typeset. */
    public static String typeset(String tex) {
        try {
            return new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(tex)));
        } catch (ParseException e) {
            throw new AssertionError(tex, e);
        }
    }

    public static List<RISReference> ris(String text) {
        try {
            return new RISParser().parse(new StringReader(text)).getReferences();
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    public static List<CSLItemData> cslJson(String text) {
        try {
            return new ObjectMapper()
                    .readValue(text, new TypeReference<List<Map<String, Object>>>() {}).stream()
                            .map(CSLItemData::fromJson)
                            .toList();
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
