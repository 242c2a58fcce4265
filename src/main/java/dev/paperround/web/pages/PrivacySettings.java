package dev.paperround.web.pages;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What only the operator can tell. */
@ConfigMapping(prefix = "paperround.privacy")
interface PrivacySettings {
    /** Whom to ask about personal data: a mail address, or the address of a page. */
    Optional<String> contact();
}
