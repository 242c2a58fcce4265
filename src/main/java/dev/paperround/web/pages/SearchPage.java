package dev.paperround.web.pages;

import dev.paperround.archive.Archive;
import dev.paperround.archive.ArchiveStatus;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.Message;
import dev.paperround.matching.archive.ArchiveOrder;
import dev.paperround.matching.archive.ArchiveSearch;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.query.QueryRefusal;
import dev.paperround.web.PageResponse;
import dev.paperround.web.PaperSearch;
import dev.paperround.web.QueryHints;
import dev.paperround.web.QueryLinks;
import dev.paperround.web.forms.FilterRow;
import dev.paperround.web.forms.SettingsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/search")
class SearchPage {
    private static final int PAGE = 20;

    @Inject
    PaperSearch search;

    @Inject
    Archive archive;

    @Inject
    QueryHints hints;

    /** Holds the query with either its error or its results; both are absent before a search. */
    record Search(
            String query,
            ArchiveStatus archive,
            Optional<FilterRow> refused,
            Optional<Results> results,
            List<Meant> meant) {
        public QueryLinks links() {
            return new QueryLinks(query);
        }
    }

    record Meant(Message message, String query, QueryLinks links) {}

    record Results(QueryLinks links, boolean best, int matched, int page, int pages, List<SearchHit> hits) {
        public boolean isAllCited() {
            return matched <= QueryLinks.MOST_CITED;
        }

        public boolean isFirst() {
            return page == 1;
        }

        public boolean isLast() {
            return page >= pages;
        }

        public String previous() {
            return at(page - 1);
        }

        public String next() {
            return at(page + 1);
        }

        private String at(int other) {
            return links.search() + (best ? "&order=best" : "") + (other > 1 ? "&page=" + other : "");
        }
    }

    @CheckedTemplate(basePath = "SearchPage")
    static class Templates {
        static native TemplateInstance search(Search search);
    }

    @GET
    public Response show(@RestQuery("q") @DefaultValue("") String q, @RestQuery String order, @RestQuery String page) {
        var typed = SettingsFields.clean(q);
        var status = archive.status();
        if (typed.isEmpty()) {
            return PageResponse.of(
                    200, Templates.search(new Search("", status, Optional.empty(), Optional.empty(), List.of())));
        }
        var parsed = Query.parse(typed);
        if (parsed.refusal().isPresent()) {
            var refused = refused(typed, parsed.refusal().get());
            return PageResponse.of(
                    400,
                    Templates.search(new Search(typed, status, Optional.of(refused), Optional.empty(), List.of())));
        }
        var wanted = Parameter.number("page", page, 1, 1, Integer.MAX_VALUE);
        var results = results(typed, parsed.query().orElseThrow(), "best".equals(order), wanted);
        var meant = hints.of(typed).stream()
                .map(it -> new Meant(it.message(), it.query(), new QueryLinks(it.query())))
                .toList();
        return PageResponse.of(
                200,
                Templates.search(new Search(typed, archive.status(), Optional.empty(), Optional.of(results), meant)));
    }

    private static FilterRow refused(String typed, QueryRefusal refusal) {
        return FilterRow.blank(0).asking(typed, Optional.of(new FieldError("q", refusal.why(), refusal.position())));
    }

    private Results results(String typed, Query query, boolean best, int wanted) {
        var asked = ArchiveSearch.of(query).by(best ? ArchiveOrder.BEST : ArchiveOrder.NEWEST);
        var found = search.find(asked.page(beginning(wanted), PAGE));
        var pages = Math.max(1, (found.total() + PAGE - 1) / PAGE);
        var page = Math.min(wanted, pages);
        if (page < wanted) {
            found = search.find(asked.page(beginning(page), PAGE));
        }
        var hits =
                found.papers().stream().map(paper -> SearchHit.of(paper, query)).toList();
        return new Results(new QueryLinks(typed), best, found.total(), page, pages, hits);
    }

    private static int beginning(int page) {
        return (int) Math.min(Integer.MAX_VALUE, (page - 1L) * PAGE);
    }
}
