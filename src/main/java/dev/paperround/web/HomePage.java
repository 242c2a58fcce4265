package dev.paperround.web;

import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import dev.paperround.subscription.SignUps;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
class HomePage {
    private static final int SHOWN = 4;

    @Inject
    Papers papers;

    @Inject
    SignUps signUps;

    /** A look at the newest papers; empty before the first ones came. */
    record Newest(DigestDay day, List<PaperCard> papers) {
        public boolean isSample() {
            return papers.stream().anyMatch(PaperCard::isSample);
        }
    }

    @CheckedTemplate(basePath = "HomePage")
    static class Templates {
        static native TemplateInstance home(SignUpForm form, Optional<Newest> newest);
    }

    /** @param query suggests a first filter, for links that lead here */
    @GET
    public Response show(@RestQuery("q") @DefaultValue("") String query) {
        return page(200, SignUpForm.suggesting(SettingsFields.clean(query)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signUp(MultivaluedMap<String, String> typed) {
        var checked = SignUpForm.typed(typed).check();
        if (!checked.isGood()) {
            return page(400, checked.form());
        }
        signUps.request(checked.address().orElseThrow(), checked.preferences().orElseThrow());
        return PageAnswer.seeOther(CheckYourInboxPage.PATH);
    }

    private Response page(int status, SignUpForm form) {
        return PageAnswer.of(status, Templates.home(form, newest()));
    }

    private Optional<Newest> newest() {
        return papers.days().stream()
                .findFirst()
                .map(day -> new Newest(
                        day,
                        papers.ofDay(day.day()).stream()
                                .limit(SHOWN)
                                .map(PaperCard::of)
                                .toList()));
    }
}
