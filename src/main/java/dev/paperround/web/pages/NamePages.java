package dev.paperround.web.pages;

import dev.paperround.http.parameters.Parameter;
import dev.paperround.matching.archive.ArchiveSearch;
import dev.paperround.matching.query.Query;
import dev.paperround.web.NameLinks;
import dev.paperround.web.PageResponse;
import dev.paperround.web.PaperSearch;
import dev.paperround.web.QueryLinks;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows the papers of an author or organization, found as the filter finds them that "Follow" suggests. */
@Path("/")
class NamePages {
    private static final int PAGE = 20;
    private static final int LONGEST_SHOWN = 300;

    @Inject
    PaperSearch search;

    record Named(String name, boolean author, String path, QueryLinks links) {
        static Named author(String name) {
            return new Named(name, true, NameLinks.authorPath(name), QueryLinks.ofAuthor(name));
        }

        static Named organization(String name) {
            return new Named(name, false, NameLinks.organizationPath(name), QueryLinks.ofOrganization(name));
        }

        public String shown() {
            var length = Math.min(name.codePointCount(0, name.length()), LONGEST_SHOWN);
            return name.substring(0, name.offsetByCodePoints(0, length)) + (length < LONGEST_SHOWN ? "" : "…");
        }
    }

    record Listed(Named named, int matched, int page, List<PaperCard> papers) {
        public int pages() {
            return (matched + PAGE - 1) / PAGE;
        }

        public boolean isAllCited() {
            return matched <= QueryLinks.MOST_CITED;
        }

        public String previous() {
            return at(page - 1);
        }

        public String next() {
            return at(page + 1);
        }

        private String at(int other) {
            return named.path() + (other > 1 ? "?page=" + other : "");
        }
    }

    @CheckedTemplate(basePath = "NamePages")
    static class Templates {
        static native TemplateInstance papers(Listed listed);

        static native TemplateInstance unknown(Named named, boolean followable);
    }

    @GET
    @Operation(summary = "The papers of an author", description = "A page; page: 20 papers each, newest day first")
    @Path("author/{name: .+}")
    public Response author(String name, @RestQuery String page) {
        return show(Named.author(NameLinks.plain(name)), page);
    }

    @GET
    @Operation(summary = "The papers of an organization", description = "As those of an author")
    @Path("organization/{name: .+}")
    public Response organization(String name, @RestQuery String page) {
        return show(Named.organization(NameLinks.plain(name)), page);
    }

    // What cannot be a filter, such as punctuation alone, is nobody's name.
    private Response show(Named named, String page) {
        var wanted = Parameter.number("page", page, 1, 1, Integer.MAX_VALUE);
        var query = Query.parse(named.links().query()).query();
        return query.flatMap(it -> listed(named, it, wanted))
                .map(it -> PageResponse.of(200, Templates.papers(it)))
                .orElseGet(() -> PageResponse.of(404, Templates.unknown(named, query.isPresent())));
    }

    private Optional<Listed> listed(Named named, Query query, int wanted) {
        var asked = ArchiveSearch.of(query);
        var found = search.find(asked.page(beginning(wanted), PAGE));
        if (found.total() == 0) {
            return Optional.empty();
        }
        var page = Math.min(wanted, (found.total() + PAGE - 1) / PAGE);
        if (page < wanted) {
            found = search.find(asked.page(beginning(page), PAGE));
        }
        var cards = found.papers().stream().map(PaperCard::of).toList();
        return Optional.of(new Listed(named, found.total(), page, cards));
    }

    private static int beginning(int page) {
        return (int) Math.min(Integer.MAX_VALUE, (page - 1L) * PAGE);
    }
}
