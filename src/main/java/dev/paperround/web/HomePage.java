package dev.paperround.web;

import dev.paperround.problem.Visit;
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
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
class HomePage {
    @Inject
    FrontPapers front;

    @Inject
    FilterLooks looks;

    @Inject
    SignUps signUps;

    @Inject
    Visit visit;

    @CheckedTemplate(basePath = "HomePage")
    static class Templates {
        static native TemplateInstance home(SignUpForm form, List<FilterRow> rows, FrontPapers.Front front);
    }

    /** @param query suggests a first filter, for links that lead here */
    @GET
    public Response show(@RestQuery("q") @DefaultValue("") String query) {
        return page(200, SignUpForm.suggesting(SettingsFields.clean(query)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signUp(MultivaluedMap<String, String> typed) {
        var changed = FilterButtons.pressed(typed);
        if (changed.isPresent()) {
            return page(200, new SignUpForm(SettingsFields.first(typed, "email"), changed.get()));
        }
        var checked = SignUpForm.typed(typed).check();
        if (!checked.isGood()) {
            return page(400, checked.form());
        }
        signUps.request(
                checked.address().orElseThrow(),
                checked.preferences().orElseThrow().in(visit.language()));
        return PageAnswer.seeOther(CheckYourInboxPage.PATH);
    }

    private Response page(int status, SignUpForm form) {
        return PageAnswer.of(status, Templates.home(form, form.settings().rows(looks), front.now()));
    }
}
