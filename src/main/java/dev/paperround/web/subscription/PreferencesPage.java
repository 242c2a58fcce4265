package dev.paperround.web.subscription;

import dev.paperround.http.Callers;
import dev.paperround.http.PageLanguage;
import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.FormMessages;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.Message;
import dev.paperround.sending.correction.SubscriberEraser;
import dev.paperround.sending.report.History;
import dev.paperround.sending.report.HistoryDay;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.signup.Subscriptions;
import dev.paperround.subscriber.token.Links;
import dev.paperround.web.CheckYourInboxPage;
import dev.paperround.web.LinkPages;
import dev.paperround.web.LinkPages.Refusal;
import dev.paperround.web.PageResponse;
import dev.paperround.web.PersonalData;
import dev.paperround.web.SubscriptionView;
import dev.paperround.web.forms.DigestNow;
import dev.paperround.web.forms.FieldNotice;
import dev.paperround.web.forms.FilterButtons;
import dev.paperround.web.forms.FilterPreviews;
import dev.paperround.web.forms.FilterRow;
import dev.paperround.web.forms.FormLimits;
import dev.paperround.web.forms.SettingsFields;
import dev.paperround.web.forms.SignUpForm;
import dev.paperround.web.forms.SignUpGateway;
import dev.paperround.web.forms.TopicSuggestion;
import dev.paperround.web.pages.FrontPageModel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/preferences")
class PreferencesPage {
    private static final FieldError UNPROVEN =
            new FieldError("form", Message.of(FormMessages.class, say -> say.sumNotDoneForLink()));

    @Inject
    Subscriptions subscriptions;

    @Inject
    SignUpGateway door;

    @Inject
    Links links;

    @Inject
    History history;

    @Inject
    Clock clock;

    @Inject
    DigestNow digestNow;

    @Inject
    PersonalData personalData;

    @Inject
    FrontPageModel front;

    @Inject
    FilterPreviews looks;

    @Inject
    SubscriberEraser eraser;

    @Inject
    Callers callers;

    record View(
            SubscriptionView subscription,
            SettingsFields settings,
            List<FilterRow> rows,
            FilterRow own,
            List<TopicSuggestion> suggestions,
            Optional<ZonedDateTime> sentNow,
            List<HistoryDay> history,
            String done,
            boolean eraseUnsure) {
        public List<FieldNotice> notices() {
            return settings.errors().stream().map(FieldNotice::of).toList();
        }
    }

    @CheckedTemplate(basePath = "PreferencesPage")
    static class Templates {
        static native TemplateInstance preferences(View view);

        static native TemplateInstance erased();
    }

    @GET
    public Response askForLink() {
        return PageResponse.of(200, LinkPages.Templates.ask("", Optional.empty()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mailLink(@RestForm @DefaultValue("") String email, @RestForm(SignUpGateway.FIELD) String proof) {
        var typed = SettingsFields.clean(FormLimits.checked(email));
        var address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            return PageResponse.of(400, LinkPages.Templates.ask(typed, Optional.of(SignUpForm.NOT_AN_ADDRESS)));
        }
        if (door.unproven(proof).isPresent()) {
            return PageResponse.of(400, LinkPages.Templates.ask(typed, Optional.of(UNPROVEN)));
        }
        door.mailLink(address.get());
        return PageResponse.seeOther(CheckYourInboxPage.PATH);
    }

    // The parameter "done" names the change that led back to this page.
    @GET
    @Path("/{token}")
    public Response show(String token, @RestQuery @DefaultValue("") String done) {
        return subscriptions
                .look(token)
                .map(it -> page(200, it, token, SettingsFields.of(it.preferences()), done))
                .orElseGet(PreferencesPage::refused);
    }

    @POST
    @Path("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(String token, MultivaluedMap<String, String> typed) {
        var changed = FilterButtons.pressed(FormLimits.checked(typed));
        if (changed.isPresent()) {
            return subscriptions
                    .find(token)
                    .map(it -> page(200, it, token, changed.get().orIn(it.language()), "changed"))
                    .orElseGet(PreferencesPage::refused);
        }
        return subscriptions
                .find(token)
                .map(it -> save(it, token, SettingsFields.typed(typed).orIn(it.language())))
                .orElseGet(PreferencesPage::refused);
    }

    private Response save(Subscriber owner, String token, SettingsFields fields) {
        var checked = fields.check(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (checked.preferences().isEmpty()) {
            return page(400, owner, token, fields.with(checked.errors()), "");
        }
        return subscriptions
                .replace(token, checked.preferences().get())
                .map(it -> spoken(back(token, "saved"), owner.language(), it.language()))
                .orElseGet(PreferencesPage::refused);
    }

    // A new mail language also applies to the pages.
    private static Response spoken(Response answer, Language before, Language now) {
        return before == now
                ? answer
                : Response.fromResponse(answer)
                        .cookie(PageLanguage.remembering(now))
                        .build();
    }

    @POST
    @Path("/{token}/resume")
    public Response resume(String token) {
        return subscriptions
                .resume(token, Optional.of(callers.network().prefix()))
                .map(it -> back(token, "resumed"))
                .orElseGet(PreferencesPage::refused);
    }

    @POST
    @Path("/{token}/digest-now")
    public Response digestNow(String token) {
        return subscriptions
                .find(token)
                .map(it -> back(token, digestNow.start(it) ? "now" : "not-now"))
                .orElseGet(PreferencesPage::refused);
    }

    @GET
    @Path("/{token}/export")
    public Response export(String token) {
        return subscriptions
                .look(token)
                .map(it -> Response.ok(personalData.of(it), MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"paper-round-data.json\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Robots-Tag", "noindex")
                        .build())
                .orElseGet(PreferencesPage::refused);
    }

    @POST
    @Path("/{token}/erase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response erase(String token, @RestForm String sure) {
        if (sure == null) {
            return subscriptions
                    .find(token)
                    .map(it -> page(400, it, token, SettingsFields.of(it.preferences()), "", true))
                    .orElseGet(PreferencesPage::refused);
        }
        var owner = subscriptions.find(token);
        if (owner.flatMap(it -> EmailAddress.parse(it.email))
                .filter(eraser::erase)
                .isEmpty()) {
            return refused();
        }
        return PageResponse.secret(200, Templates.erased());
    }

    private Response page(int status, Subscriber subscriber, String token, SettingsFields fields, String done) {
        return page(status, subscriber, token, fields, done, false);
    }

    private Response page(
            int status, Subscriber owner, String token, SettingsFields fields, String done, boolean eraseUnsure) {
        var view = new View(
                view(owner, token),
                fields,
                fields.rows(looks),
                fields.ownRow(looks),
                front.now().suggestions(),
                digestNow.usedAt(owner),
                history.of(owner),
                done,
                eraseUnsure);
        return PageResponse.secret(status, Templates.preferences(view));
    }

    private SubscriptionView view(Subscriber subscriber, String token) {
        var unsubscribe =
                links.unsubscribe(subscriber.id).substring(links.to("").length());
        return SubscriptionView.of(subscriber, token, unsubscribe);
    }

    private static Response back(String token, String done) {
        return PageResponse.seeOther("/preferences/" + token + "?done=" + done);
    }

    private static Response refused() {
        return PageResponse.secret(404, LinkPages.Templates.refused(Refusal.PREFERENCES));
    }
}
