package dev.paperround.web;

import dev.paperround.http.problem.FieldError;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/** Builds the pages for signed links that are invalid or expired, and for requesting a new one. */
public final class LinkPages {
    private LinkPages() {}

    public enum Refusal {
        CONFIRM_SPENT,
        CONFIRM_FOREIGN,
        UNSUBSCRIBE_FOREIGN,
        PREFERENCES,
        DIGEST
    }

    @CheckedTemplate(basePath = "LinkPages")
    public static class Templates {
        public static native TemplateInstance refused(Refusal why);

        public static native TemplateInstance ask(String email, Optional<FieldError> error);
    }
}
