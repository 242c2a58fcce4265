package dev.paperround.web;

import dev.paperround.subscriber.signup.ProofOfWork;
import dev.paperround.subscriber.token.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Provides templates with absolute URLs, since shared links to a page must work from anywhere. */
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
