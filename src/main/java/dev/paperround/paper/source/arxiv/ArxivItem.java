package dev.paperround.paper.source.arxiv;

import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.ArxivId;
import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.PlainText;
import dev.paperround.paper.source.HumanText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

final class ArxivItem {
    // A replacement belongs to an earlier day.
    private static final Set<String> NEWS = Set.of("new", "cross");
    private static final Pattern BEFORE_THE_ABSTRACT =
            Pattern.compile("^\\s*arXiv:\\S+\\s+Announce Type:\\s*\\S+\\s*(?:Abstract:)?\\s*");
    private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr)\\.?|I{2,3}|IV");

    private final Map<String, String> texts = new HashMap<>();

    void set(String element, String text) {
        texts.putIfAbsent(element, text);
    }

    String title() {
        return clean("title").orElse("");
    }

    String description() {
        return clean("description").orElse("");
    }

    boolean isNews() {
        return clean("announce_type").map(NEWS::contains).orElse(true);
    }

    // The feed gives the day of the announcement as midnight in New York.
    LocalDate day() {
        try {
            return clean("pubDate")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toLocalDate())
                    .orElse(null);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    Optional<Message> fault() {
        return HumanText.fault(texts.get("title"), texts.get("description"))
                .or(() -> id().isEmpty()
                        ? Optional.of(Message.of(IngestMessages.class, say -> say.noId()))
                        : Optional.empty());
    }

    ParsedPaper draft(int position, LocalDate batch) {
        PaperMetadata facts = PaperMetadata.of(it -> {
            it.title = title();
            it.abstractText = PlainText.read(BEFORE_THE_ABSTRACT
                    .matcher(texts.getOrDefault("description", ""))
                    .replaceFirst(""));
            it.authors = clean("creator").map(ArxivItem::names).orElse(List.of());
            it.doi = clean("DOI").or(() -> clean("doi")).orElse(null);
        });
        return new ParsedPaper(position, day() != null ? day() : batch, id().orElseThrow(), facts, true);
    }

    private Optional<String> id() {
        return clean("guid")
                .map(guid -> guid.replaceFirst("^oai:arXiv\\.org:", ""))
                .flatMap(ArxivId::find)
                .or(() -> clean("link").flatMap(ArxivId::find));
    }

    private Optional<String> clean(String element) {
        return Optional.ofNullable(PlainText.read(texts.get(element)));
    }

    // The feed lists all names in one string. A comma separates names, except in brackets and before suffixes such as
    // Jr.
    private static List<String> names(String creators) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= creators.length(); i++) {
            char sign = i < creators.length() ? creators.charAt(i) : ',';
            depth = Math.max(0, depth + ("({".indexOf(sign) >= 0 ? 1 : ")}".indexOf(sign) >= 0 ? -1 : 0));
            if (i == creators.length() || sign == ',' && depth == 0) {
                add(names, creators.substring(start, i));
                start = i + 1;
            }
        }
        return names;
    }

    private static void add(List<String> names, String part) {
        String name = PlainText.clean(part.replaceAll("\\([^()]*\\)", ""));
        if (name == null) {
            return;
        }
        if (!names.isEmpty() && SUFFIX.matcher(name).matches()) {
            names.set(names.size() - 1, names.get(names.size() - 1) + ", " + name);
        } else {
            names.add(name);
        }
    }
}
