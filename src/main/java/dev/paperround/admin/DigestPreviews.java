package dev.paperround.admin;

import dev.paperround.delivery.DigestPost;
import dev.paperround.delivery.Reason;
import dev.paperround.language.OperatorSentence;
import dev.paperround.language.Said;
import dev.paperround.problem.FieldError;
import dev.paperround.problem.Problem;
import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What somebody would get for a day. */
@ApplicationScoped
class DigestPreviews {
    @Inject
    DigestPost post;

    /** A mail, or why there is none. */
    record Shown(DigestPost.Preview preview, Problem problem) {}

    /** {@code force}: as a send that also has what was received. */
    Shown of(String typed, LocalDate day, boolean force) {
        var email = EmailAddress.parse(typed);
        if (email.isEmpty()) {
            var message = Said.of(OperatorSentence.NO_ADDRESS, typed == null ? "" : typed);
            return none(Problem.of(List.of(new FieldError("email", message))));
        }
        var subscriber = Subscriber.findByEmail(email.get());
        if (subscriber.isEmpty()) {
            return none(Problem.of(404, Said.of(OperatorSentence.NOBODY_SUBSCRIBED, email.get())));
        }
        var preview = post.preview(subscriber.get(), day, force);
        return preview.composition()
                .nothing()
                .map(it -> none(Problem.of(
                        404, Said.of(OperatorSentence.NO_MAIL, Reason.of(it).said()))))
                .orElseGet(() -> new Shown(preview, null));
    }

    private static Shown none(Problem problem) {
        return new Shown(null, problem);
    }
}
