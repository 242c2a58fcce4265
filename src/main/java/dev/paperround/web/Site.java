package dev.paperround.web;

import dev.paperround.subscription.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Absolute addresses, for templates: what others quote of a page must lead here from anywhere. */
@Named("site")
@ApplicationScoped
class Site {
    @Inject
    Links links;

    public String url(String path) {
        return links.to(path);
    }
}
