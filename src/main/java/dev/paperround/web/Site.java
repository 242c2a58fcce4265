package dev.paperround.web;

import dev.paperround.subscriber.signup.ProofOfWork;
import dev.paperround.subscriber.token.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** For templates: absolute addresses, as what others quote of a page must lead here from anywhere, and what forms want. */
@Named("site")
@ApplicationScoped
class Site {
    @Inject
    Links links;

    @Inject
    ProofOfWork proofs;

    public boolean wantsProof() {
        return proofs.isWanted();
    }

    public String url(String path) {
        return links.to(path);
    }
}
