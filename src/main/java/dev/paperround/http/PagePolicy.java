package dev.paperround.http;

public final class PagePolicy {
    // Blocks external and inline content, and framing by other sites to prevent clickjacking.
    public static final String ONLY_OURS = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // A mail is shown in a frame, which is restricted by the mail's own policy.
    static final String ONLY_OURS_IN_FRAMES = ONLY_OURS + "; frame-src 'self'";

    // Swagger UI has two inline scripts from Quarkus, which are allowed by their hashes.
    static final String API_BROWSER = "default-src 'none'; style-src 'self';"
            + " script-src 'self' 'sha256-AqcUGwpK0Ur3MgdTyzQ0KaqB4sm+CMf8dTOwCyi4HSw='"
            + " 'sha256-WjyOPbBMxdpXyNZ0f5MzSjLy8PUYr+hIHh7a7BVtYFw=';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PagePolicy() {}
}
