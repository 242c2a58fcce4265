package dev.paperround.http;

/** What every page of the house lets a browser do. */
public final class PagePolicy {
    /** Nothing from elsewhere, nothing inline, and no page of ours in a foreign frame, where a click could be stolen. */
    public static final String ONLY_OURS = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The page of a mail shows it in a frame, where the mail's own policy shuts it in. */
    static final String ONLY_OURS_IN_FRAMES = ONLY_OURS + "; frame-src 'self'";

    /** Two scripts in the page of Swagger UI are Quarkus's own; they are let in by what they say. */
    static final String API_BROWSER = "default-src 'none'; style-src 'self';"
            + " script-src 'self' 'sha256-AqcUGwpK0Ur3MgdTyzQ0KaqB4sm+CMf8dTOwCyi4HSw='"
            + " 'sha256-WjyOPbBMxdpXyNZ0f5MzSjLy8PUYr+hIHh7a7BVtYFw=';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PagePolicy() {}
}
