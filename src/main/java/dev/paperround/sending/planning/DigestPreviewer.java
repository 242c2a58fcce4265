package dev.paperround.sending.planning;

import dev.paperround.digest.PaperWindows;
import dev.paperround.digest.Selection;
import dev.paperround.digest.rendering.DigestMail;
import dev.paperround.mail.DigestMailFactory;
import dev.paperround.subscriber.Member;
import dev.paperround.subscriber.Recipient;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.token.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Shows the digest that a subscriber would get. */
@ApplicationScoped
public class DigestPreviewer {
    @Inject
    PaperWindows windows;

    @Inject
    DigestSelector selector;

    @Inject
    DigestMailFactory mails;

    @Inject
    Links links;

    @Inject
    Clock clock;

    // There is no mail if the composition gives a reason for sending none.
    public record Preview(Selection composition, DigestMail mail, byte[] message) {}

    // With again, papers that were already received are included, as in a forced send.
    @Transactional
    public Preview preview(Subscriber subscriber, LocalDate day, boolean again) {
        var attached = Subscriber.<Subscriber>findById(subscriber.id);
        var composition = selector.compose(windows.upTo(day), List.of(Member.of(attached)), again)
                .getOrDefault(attached.id, Selection.UNREADABLE);
        if (composition.nothing().isPresent()) {
            return new Preview(composition, null, null);
        }
        var head = new DigestMailFactory.Head("preview." + attached.id, clock.instant(), Optional.empty());
        var made = mails.digest(Recipient.of(attached), day, composition.chosen(), links.to("/papers/" + day), head);
        // Unsigned, because anyone who may see the preview could otherwise send it on in our name.
        return new Preview(composition, made.mail(), made.message().unsigned().bytes());
    }
}
