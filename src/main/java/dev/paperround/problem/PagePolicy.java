package dev.paperround.problem;

/** What every page of the house lets a browser do. */
public final class PagePolicy {
    /** Nothing from elsewhere, nothing inline, and no page of ours in a foreign frame, where a click could be stolen. */
    public static final String ONLY_OURS = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PagePolicy() {}
}
