package dev.paperround.paper.citation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A form in which reference managers take papers, by the name that links use for it. */
public enum CitationFormat {
    BIBTEX("bibtex", CitationFormat.BIBTEX_TYPE, ".bib", BibTex::write),
    RIS("ris", CitationFormat.RIS_TYPE, ".ris", Ris::write),
    CSL_JSON("csl-json", CitationFormat.CSL_JSON_TYPE, ".json", CslJson::write);

    public static final String BIBTEX_TYPE = "application/x-bibtex";
    public static final String RIS_TYPE = "application/x-research-info-systems";
    public static final String CSL_JSON_TYPE = "application/vnd.citationstyles.csl+json";

    private final String code;
    private final String mediaType;
    private final String fileEnding;
    private final Function<List<Citation>, String> writer;

    CitationFormat(String code, String mediaType, String fileEnding, Function<List<Citation>, String> writer) {
        this.code = code;
        this.mediaType = mediaType;
        this.fileEnding = fileEnding;
        this.writer = writer;
    }

    public String mediaType() {
        return mediaType;
    }

    public String fileEnding() {
        return fileEnding;
    }

    public String write(List<Citation> citations) {
        return writer.apply(citations);
    }

    // Takes media types, too, since some clients can only say it in the URL.
    public static Optional<CitationFormat> named(String typed) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(it -> it.code.equals(name) || it.mediaType.equals(name))
                .findFirst();
    }
}
