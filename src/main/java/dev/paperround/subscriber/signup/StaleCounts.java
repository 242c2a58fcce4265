package dev.paperround.subscriber.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Deletes counts that no longer limit anything: networks within the hour, addresses after 30 days. */
@ApplicationScoped
public class StaleCounts {
    @Inject
    RequestBuckets buckets;

    @Inject
    MailRequestCounts letters;

    @Inject
    ProofOfWork proofs;

    @Transactional
    public void purge() {
        buckets.purge();
        letters.purge();
        proofs.purge();
    }
}
