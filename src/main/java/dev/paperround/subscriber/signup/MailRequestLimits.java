package dev.paperround.subscriber.signup;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.signup.SignUpMetrics.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

@ApplicationScoped
class MailRequestLimits {
    @Inject
    MailRequestCounts counts;

    @Inject
    RequestBuckets buckets;

    @Inject
    SignUpSettings settings;

    @Inject
    SignUpMetrics tally;

    // A request that was accepted once stays accepted.
    @Transactional
    boolean letThrough(MailRequest request, TransactionalMail.Kind letter, EmailAddress email) {
        if (request.counted) {
            return true;
        }
        var granted = letter == TransactionalMail.Kind.CONFIRM ? confirmation(email) : link(email);
        if (granted) {
            request.counted = true;
            MailRequest.update("counted = true where id = ?1", request.id);
        }
        return granted;
    }

    private boolean confirmation(EmailAddress email) {
        if (!counts.takes(MailRequestCounts.Kind.CONFIRM, email)) {
            tally.hit(Limit.ADDRESS);
            return false;
        }
        if (!buckets.takes("domain", email.domain(), settings.domainPerHour())) {
            counts.giveBack(MailRequestCounts.Kind.CONFIRM, email);
            tally.hit(Limit.DOMAIN);
            return false;
        }
        return true;
    }

    private boolean link(EmailAddress email) {
        var granted = counts.takes(MailRequestCounts.Kind.LINK, email);
        if (!granted) {
            tally.hit(Limit.LINK);
        }
        return granted;
    }
}
