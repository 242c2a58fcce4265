package dev.paperround.web;

import dev.paperround.http.problem.FieldError;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/** Where a signed link does not lead on, and where a fresh one is asked for. */
public final class LinkPages {
    private LinkPages() {}

    /** Why a link leads nowhere, and what its owner can do. */
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
