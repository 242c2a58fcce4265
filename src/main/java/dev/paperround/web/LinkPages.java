package dev.paperround.web;

import dev.paperround.problem.FieldError;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/** Where a signed link does not lead on, and where a fresh one is asked for. */
final class LinkPages {
    private LinkPages() {}

    /** Why a link leads nowhere, and what its owner can do. */
    enum Refusal {
        CONFIRM_SPENT,
        CONFIRM_FOREIGN,
        UNSUBSCRIBE_FOREIGN,
        PREFERENCES,
        DIGEST
    }

    @CheckedTemplate(basePath = "LinkPages")
    static class Templates {
        static native TemplateInstance refused(Refusal why);

        static native TemplateInstance ask(String email, Optional<FieldError> error);
    }
}
