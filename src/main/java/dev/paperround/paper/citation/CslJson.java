package dev.paperround.paper.citation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;

/** Writes the input of citation processors, see citationstyles.org. It is a list even of a single item. */
final class CslJson {
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    private CslJson() {}

    // In CSL, an article that is in no journal is a preprint.
    record Item(
            String id,
            String type,
            @JsonProperty("citation-key") String citationKey,
            String title,
            List<Name> author,
            Issued issued,
            String number,
            @JsonProperty("DOI") String doi,
            String publisher,
            @JsonProperty("URL") String url,
            @JsonProperty("abstract") String abstractText,
            String keyword) {}

    record Name(String family, String given, String suffix, String literal) {}

    record Issued(@JsonProperty("date-parts") List<List<Integer>> dateParts) {}

    static String write(List<Citation> citations) {
        try {
            return JSON.writeValueAsString(citations.stream().map(CslJson::item).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a citation is plain data", e);
        }
    }

    private static Item item(Citation citation) {
        return new Item(
                citation.key(),
                "article",
                citation.key(),
                citation.title(),
                citation.authors().stream().map(CslJson::name).toList(),
                citation.published().map(CslJson::issued).orElse(null),
                citation.arxivId().map(id -> "arXiv:" + id).orElse(null),
                citation.doi().orElse(null),
                citation.server().orElse(null),
                citation.url(),
                citation.abstractText().orElse(null),
                String.join(", ", citation.keywords()));
    }

    private static Name name(PersonName name) {
        return name.isLiteral()
                ? new Name(null, null, null, name.family())
                : new Name(name.family(), name.given(), name.suffix(), null);
    }

    private static Issued issued(LocalDate day) {
        return new Issued(List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())));
    }
}
