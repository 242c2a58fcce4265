package dev.paperround.paper.source.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.paperround.i18n.Message;
import dev.paperround.paper.ArxivId;
import dev.paperround.paper.Doi;
import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.PlainText;
import dev.paperround.paper.source.HumanText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One row of the daily list. Fields come and go at the source, so a value of the wrong type counts as missing. */
final class HuggingFaceRow {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");
    private static final Pattern OWNER_AND_NAME = Pattern.compile("[\\w.-]+/[\\w.-]+");
    private static final DateTimeFormatter WHEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private final JsonNode outer;
    private final JsonNode paper;

    HuggingFaceRow(JsonNode row) {
        outer = row;
        paper = row.path("paper").isObject() ? row.path("paper") : row;
    }

    Optional<String> title() {
        return text("title");
    }

    Optional<Message> fault() {
        return HumanText.fault(raw("title"), raw("summary"));
    }

    private String raw(String field) {
        JsonNode node = text(paper.path(field)).isPresent() ? paper.path(field) : outer.path(field);
        return node.isTextual() ? node.textValue() : null;
    }

    ParsedPaper draft(int position) {
        PaperMetadata facts = PaperMetadata.of(it -> {
            it.title = title().orElseThrow();
            it.abstractText = text("summary").orElse(null);
            it.authors = authors();
            it.organization = organization(paper).or(() -> organization(outer)).orElse(null);
            it.publishedOn = date(paper.path("publishedAt"));
            it.upvotes = count(paper.path("upvotes"));
            it.comments =
                    Optional.ofNullable(count(outer.path("numComments"))).orElse(count(paper.path("numComments")));
            it.summary = text("ai_summary").orElse(null);
            it.keywords = texts(either("ai_keywords"));
            it.githubRepo = githubRepo();
            it.githubStars = count(either("githubStars"));
            it.projectPage = text("projectPage").orElse(null);
            it.thumbnail = text(outer.path("thumbnail"))
                    .or(() -> text(paper.path("thumbnail")))
                    .orElse(null);
            it.doi = text("doi").orElse(null);
        });
        return new ParsedPaper(position, date(either("submittedOnDailyAt")), id(), facts);
    }

    private String id() {
        return text("id")
                .map(raw -> ArxivId.find(raw).or(() -> Doi.find(raw)).orElse(raw))
                .filter(id -> ID.matcher(id).matches() || Doi.find(id).isPresent())
                .orElse(null);
    }

    private List<String> authors() {
        List<String> names = new ArrayList<>();
        JsonNode authors = either("authors");
        for (JsonNode author : authors.isArray() ? authors : MissingNode.getInstance()) {
            if (!author.path("hidden").asBoolean(false)) {
                text(author.isTextual() ? author : author.path("name")).ifPresent(names::add);
            }
        }
        return names;
    }

    private static Optional<String> organization(JsonNode holder) {
        JsonNode organization = holder.path("organization");
        return text(organization.path("fullname")).or(() -> text(organization.path("name")));
    }

    private String githubRepo() {
        return text("githubRepo")
                .map(repo -> OWNER_AND_NAME.matcher(repo).matches() ? "https://github.com/" + repo : repo)
                .map(repo -> repo.startsWith("github.com/") ? "https://" + repo : repo)
                .orElse(null);
    }

    private JsonNode either(String field) {
        JsonNode inner = paper.path(field);
        return inner.isMissingNode() || inner.isNull() ? outer.path(field) : inner;
    }

    private Optional<String> text(String field) {
        return text(paper.path(field)).or(() -> text(outer.path(field)));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.ofNullable(PlainText.read(node.textValue())) : Optional.empty();
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        if (nodes.isArray()) {
            nodes.forEach(node -> text(node).ifPresent(texts::add));
        }
        return texts.stream().distinct().toList();
    }

    private static Integer count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0 ? node.intValue() : null;
    }

    private static LocalDate date(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        try {
            TemporalAccessor when = WHEN.parseBest(
                    node.textValue().strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            LocalDate date = when instanceof OffsetDateTime moment
                    ? moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
                    : when instanceof LocalDateTime local ? local.toLocalDate() : LocalDate.from(when);
            return date.getYear() >= 1900 && date.getYear() < 3000 ? date : null;
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
