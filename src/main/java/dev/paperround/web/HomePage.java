package dev.paperround.web;

import dev.paperround.language.Said;
import dev.paperround.language.Sentence;
import dev.paperround.problem.Callers;
import dev.paperround.problem.FieldError;
import dev.paperround.problem.PageLanguage;
import dev.paperround.subscription.SignUpTally;
import dev.paperround.web.FormStamps.Finding;
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
    private static final FieldError LEFT_OPEN = new FieldError("form", Said.of(Sentence.LEFT_OPEN));
    private static final FieldError UNPROVEN = new FieldError("form", Said.of(Sentence.SUM_NOT_DONE));

    @Inject
    FrontPapers front;

    @Inject
    FilterLooks looks;

    @Inject
    MailDoor door;

    @Inject
    FormStamps stamps;

    @Inject
    Callers callers;

    @Inject
    SignUpTally tally;

    @Inject
    PageLanguage pageLanguage;

    @CheckedTemplate(basePath = "HomePage")
    static class Templates {
        static native TemplateInstance home(SignUpForm form, List<FilterRow> rows, FrontPapers.Front front);
    }

    /** @param query suggests a first filter, for links that lead here */
    @GET
    public Response show(@RestQuery("q") @DefaultValue("") String query) {
        return page(200, SignUpForm.suggesting(SettingsFields.clean(query), ""));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signUp(MultivaluedMap<String, String> typed) {
        var form = SignUpForm.typed(FormLimits.checked(typed));
        var changed = FilterButtons.pressed(typed);
        if (changed.isPresent()) {
            return page(200, form.with(changed.get()));
        }
        var checked = form.check();
        if (!checked.isGood()) {
            return page(400, checked.form());
        }
        var finding = SignUpForm.isTrapped(typed) ? Finding.ROBOT : stamps.look(form.opened(), callers.network());
        return switch (finding) {
            case FINE -> take(checked, typed.getFirst(MailDoor.FIELD));
            case ROBOT -> {
                tally.signUp(SignUpTally.Outcome.ROBOT);
                yield PageAnswer.seeOther(CheckYourInboxPage.PATH);
            }
            case STALE ->
                page(400, form.with(form.settings().with(List.of(LEFT_OPEN))).opened(""));
        };
    }

    private Response take(SignUpForm.Checked checked, String proof) {
        var unproven = door.unproven(proof);
        if (unproven.isPresent()) {
            return page(400, checked.form().with(checked.form().settings().with(List.of(UNPROVEN))));
        }
        door.signUp(
                checked.address().orElseThrow(),
                checked.preferences().orElseThrow().in(pageLanguage.language()));
        return PageAnswer.seeOther(CheckYourInboxPage.PATH);
    }

    private Response page(int status, SignUpForm form) {
        var stamped = form.opened(stamps.keptOrFresh(form.opened()));
        return PageAnswer.of(status, Templates.home(stamped, form.settings().rows(looks), front.now()));
    }
}
