package dev.paperround.admin.sends;

import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.planning.DigestPreviewer;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
class DigestPreviews {
    @Inject
    DigestPreviewer previewer;

    record Shown(DigestPreviewer.Preview preview, Problem problem) {}

    /** Previews the mail for a day; {@code force} includes papers the subscriber has already received. */
    Shown of(String typed, LocalDate day, boolean force) {
        var email = EmailAddress.parse(typed);
        if (email.isEmpty()) {
            var message = Message.of(AdminMessages.class, say -> say.noAddress(typed == null ? "" : typed));
            return none(Problem.of(List.of(new FieldError("email", message))));
        }
        var subscriber = Subscriber.findByEmail(email.get());
        if (subscriber.isEmpty()) {
            return none(Problem.of(404, Message.of(SendMessages.class, say -> say.nobodySubscribed(email.get()))));
        }
        var preview = previewer.preview(subscriber.get(), day, force);
        return preview.composition()
                .nothing()
                .map(it -> none(Problem.of(
                        404,
                        Message.of(
                                SendMessages.class,
                                say -> say.noMail(NoMailReason.of(it).said())))))
                .orElseGet(() -> new Shown(preview, null));
    }

    private static Shown none(Problem problem) {
        return new Shown(null, problem);
    }
}
