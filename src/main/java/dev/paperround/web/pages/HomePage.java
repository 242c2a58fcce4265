package dev.paperround.web.pages;

import dev.paperround.http.Callers;
import dev.paperround.http.PageLanguage;
import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.FormMessages;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.signup.SignUpMetrics;
import dev.paperround.web.CheckYourInboxPage;
import dev.paperround.web.PageResponse;
import dev.paperround.web.forms.FilterButtons;
import dev.paperround.web.forms.FilterPreviews;
import dev.paperround.web.forms.FilterRow;
import dev.paperround.web.forms.FormLimits;
import dev.paperround.web.forms.FormTimestamps;
import dev.paperround.web.forms.FormTimestamps.Finding;
import dev.paperround.web.forms.SettingsFields;
import dev.paperround.web.forms.SignUpForm;
import dev.paperround.web.forms.SignUpGateway;
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
    private static final FieldError LEFT_OPEN =
            new FieldError("form", Message.of(FormMessages.class, say -> say.leftOpen()));
    private static final FieldError UNPROVEN =
            new FieldError("form", Message.of(FormMessages.class, say -> say.sumNotDone()));

    @Inject
    FrontPageModel front;

    @Inject
    FilterPreviews looks;

    @Inject
    SignUpGateway door;

    @Inject
    FormTimestamps stamps;

    @Inject
    Callers callers;

    @Inject
    SignUpMetrics tally;

    @Inject
    PageLanguage pageLanguage;

    @CheckedTemplate(basePath = "HomePage")
    static class Templates {
        static native TemplateInstance home(
                SignUpForm form, List<FilterRow> rows, FilterRow own, FrontPageModel.Front front);
    }

    // The query and its name prefill the first filter for links that lead here.
    @GET
    public Response show(
            @RestQuery("q") @DefaultValue("") String query, @RestQuery("name") @DefaultValue("") String name) {
        return page(200, SignUpForm.suggesting(SettingsFields.clean(query), SettingsFields.clean(name), ""));
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
            case FINE -> take(checked, typed.getFirst(SignUpGateway.FIELD));
            case ROBOT -> {
                tally.signUp(SignUpMetrics.Outcome.ROBOT);
                yield PageResponse.seeOther(CheckYourInboxPage.PATH);
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
        return PageResponse.seeOther(CheckYourInboxPage.PATH);
    }

    private Response page(int status, SignUpForm form) {
        var stamped = form.opened(stamps.keptOrFresh(form.opened()));
        return PageResponse.of(
                status,
                Templates.home(
                        stamped, form.settings().rows(looks), form.settings().ownRow(looks), front.now()));
    }
}
