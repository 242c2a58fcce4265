package dev.paperround.web.feed;

import dev.paperround.http.PageLanguage;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.MailMessages;
import dev.paperround.i18n.Message;
import dev.paperround.matching.archive.ArchiveSearch;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.tex.Tex;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import dev.paperround.subscriber.token.Links;
import dev.paperround.web.PaperSearch;
import dev.paperround.web.QueryLinks;
import dev.paperround.web.forms.SettingsFields;
import dev.paperround.web.pages.PaperCard;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/feed.atom")
@Tag(name = "Papers")
class FeedResource {
    private static final String TYPE = "application/atom+xml;charset=UTF-8";
    private static final String KEPT = "public, max-age=600";
    private static final int NEWEST = 50;

    @Inject
    PaperSearch search;

    @Inject
    Papers papers;

    @Inject
    Links links;

    @CheckedTemplate(basePath = "Feed")
    static class Templates {
        static native TemplateInstance content(PaperCard paper);
    }

    @GET
    @Operation(
            summary = "An Atom feed of a filter",
            description = "q: a filter's query, or none for all papers. The newest 50. Answers If-None-Match and "
                    + "If-Modified-Since.")
    @APIResponse(responseCode = "200", description = "application/atom+xml (RFC 4287)")
    @APIResponse(responseCode = "304", description = "Nothing new")
    @APIResponse(responseCode = "400", description = "The query is refused; position is the character, from 0")
    public Response feed(@RestQuery("q") @DefaultValue("") String q, @Context Request request) {
        var typed = SettingsFields.clean(q);
        var found = found(typed);
        var changed = found.stream()
                .map(Paper::updatedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .truncatedTo(ChronoUnit.SECONDS);
        var language = PageLanguage.now().language();
        var xml = feed(new QueryLinks(typed), found, changed, language).xml();
        var tag = new EntityTag(
                UUID.nameUUIDFromBytes(xml.getBytes(StandardCharsets.UTF_8)).toString());
        var unchanged = request.evaluatePreconditions(Date.from(changed), tag);
        var answer = unchanged == null ? Response.ok(xml, TYPE) : unchanged;
        return answer.tag(tag)
                .lastModified(Date.from(changed))
                .header(HttpHeaders.CACHE_CONTROL, KEPT)
                .header(HttpHeaders.VARY, PageLanguage.VARY)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .build();
    }

    private List<Paper> found(String typed) {
        var query = typed.isEmpty() ? Optional.<Query>empty() : Optional.of(PaperSearch.query(typed));
        return search.find(ArchiveSearch.everything().matching(query).page(0, NEWEST))
                .papers();
    }

    private AtomFeed feed(QueryLinks query, List<Paper> papers, Instant changed, Language language) {
        var all = query.query().isEmpty();
        var archive = this.papers.archive();
        return new AtomFeed(
                id(archive, "feed " + query.query()),
                language.tag(),
                all ? "Paper Round" : "Paper Round: " + query.query(),
                all
                        ? Message.of(MailMessages.class, say -> say.feedOfAll()).in(language)
                        : Message.of(MailMessages.class, say -> say.feedOfQuery(query.query()))
                                .in(language),
                links.to(query.feed()),
                links.to(all ? "/papers" : query.search()),
                changed,
                papers.stream().map(it -> entry(archive, it, language)).toList());
    }

    // Entries are dated by day, because a changed vote count is not news to a reader.
    private AtomFeed.Entry entry(UUID archive, Paper paper, Language language) {
        var card = PaperCard.of(paper);
        var days = paper.days();
        return new AtomFeed.Entry(
                id(archive, "paper " + paper.id()),
                card.title(),
                links.to(card.path()),
                beginning(days.get(days.size() - 1)),
                beginning(days.get(0)),
                paper.facts().authors().stream().map(Tex::toText).toList(),
                card.keywords(),
                Templates.content(card).setLocale(language.words()).render());
    }

    // IDs use only permanent values: hosts change, and so does a paper's URL once its arXiv id is known.
    private static String id(UUID archive, String name) {
        var bytes = (archive + " " + name).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
