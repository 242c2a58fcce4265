package dev.paperround.web.pages;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Holds the privacy details that only the operator can provide. */
@ConfigMapping(prefix = "paperround.privacy")
interface PrivacySettings {
    /** Names the contact for questions about personal data: an email address or the URL of a page. */
    Optional<String> contact();
}
