package dev.paperround.web;

import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.FormMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.citation.CitationFormat;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads which citation format a request wants: the parameter {@code format} decides, otherwise the Accept header. An
 * empty result stands for the usual answer, which is JSON from the API and a page for people.
 */
public final class WantedFormat {
    private static final Set<String> JSON = Set.of("json", MediaType.APPLICATION_JSON);

    private WantedFormat() {}

    public static Optional<CitationFormat> ofProgram(String format, List<MediaType> accepted) {
        return isGiven(format) ? named(format) : accepted(accepted);
    }

    // A page is also the answer to whatever else is accepted, such as images.
    public static Optional<CitationFormat> ofReader(String format, List<MediaType> accepted) {
        return isGiven(format)
                ? named(format)
                : accepted.stream()
                        .filter(it -> !it.isWildcardSubtype())
                        .findFirst()
                        .flatMap(WantedFormat::citation);
    }

    private static boolean isGiven(String format) {
        return format != null && !format.isBlank();
    }

    private static Optional<CitationFormat> named(String format) {
        var known = CitationFormat.named(format);
        if (known.isEmpty() && !JSON.contains(format.strip())) {
            throw Problem.of(List.of(new FieldError(
                            "format", Message.of(FormMessages.class, say -> say.notACitationFormat(format)))))
                    .exception();
        }
        return known;
    }

    // The most wanted type comes first.
    private static Optional<CitationFormat> accepted(List<MediaType> accepted) {
        for (var type : accepted) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return Optional.empty();
            }
            var citation = citation(type);
            if (citation.isPresent()) {
                return citation;
            }
        }
        throw new NotAcceptableException();
    }

    private static Optional<CitationFormat> citation(MediaType type) {
        return CitationFormat.named(type.getType() + "/" + type.getSubtype());
    }
}
