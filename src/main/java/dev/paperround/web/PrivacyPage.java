package dev.paperround.web;

import dev.paperround.bounce.BounceSettings;
import dev.paperround.language.Said;
import dev.paperround.language.Sentence;
import dev.paperround.subscription.Consent;
import dev.paperround.subscription.RetentionSettings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** What is kept of people, why and how long: what the settings say, so that it is true. */
@Path(PrivacyPage.PATH)
class PrivacyPage {
    static final String PATH = "/privacy";

    @Inject
    RetentionSettings retention;

    @Inject
    BounceSettings bounces;

    @Inject
    PrivacySettings settings;

    record View(
            Said pending,
            Said network,
            Said deliveries,
            Said audit,
            Said bounces,
            Optional<String> contact,
            String textVersion) {
        public String contactLink() {
            return contact.map(it -> it.contains("://") ? it : "mailto:" + it).orElse("");
        }
    }

    @CheckedTemplate(basePath = "PrivacyPage")
    static class Templates {
        static native TemplateInstance privacy(View view);
    }

    @GET
    public Response show() {
        var view = new View(
                inWords(retention.pending()),
                inWords(retention.network()),
                inWords(retention.deliveries()),
                inWords(retention.audit()),
                inWords(bounces.keep()),
                settings.contact(),
                Consent.TEXT_VERSION);
        return PageAnswer.of(200, Templates.privacy(view));
    }

    static Said inWords(Duration duration) {
        if (duration.compareTo(Duration.ofDays(2)) >= 0 && duration.toHours() % 24 == 0) {
            return Said.of(Sentence.DAYS, duration.toDays());
        }
        if (duration.compareTo(Duration.ofHours(2)) >= 0) {
            return Said.of(Sentence.HOURS, duration.toHours());
        }
        var minutes = Math.max(1, duration.toMinutes());
        return minutes == 1 ? Said.of(Sentence.MINUTE) : Said.of(Sentence.MINUTES, minutes);
    }
}
