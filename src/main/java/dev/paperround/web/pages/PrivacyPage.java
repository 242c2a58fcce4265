package dev.paperround.web.pages;

import dev.paperround.bounce.BounceSettings;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.PrivacyMessages;
import dev.paperround.meaning.EmbeddingModel;
import dev.paperround.subscriber.Consent;
import dev.paperround.subscriber.RetentionSettings;
import dev.paperround.web.PageResponse;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** Explains which personal data is stored, why and for how long. It reads the settings so that it stays accurate. */
@Path(PrivacyPage.PATH)
public class PrivacyPage {
    public static final String PATH = "/privacy";

    @Inject
    RetentionSettings retention;

    @Inject
    BounceSettings bounces;

    @Inject
    EmbeddingModel model;

    @Inject
    PrivacySettings settings;

    record View(
            Message pending,
            Message network,
            Message deliveries,
            Message audit,
            Message bounces,
            Optional<String> endPoint,
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
                model.isOff() ? Optional.empty() : model.endPoint(),
                settings.contact(),
                Consent.TEXT_VERSION);
        return PageResponse.of(200, Templates.privacy(view));
    }

    static Message inWords(Duration duration) {
        if (duration.compareTo(Duration.ofDays(2)) >= 0 && duration.toHours() % 24 == 0) {
            return Message.of(PrivacyMessages.class, say -> say.days(duration.toDays()));
        }
        if (duration.compareTo(Duration.ofHours(2)) >= 0) {
            return Message.of(PrivacyMessages.class, say -> say.hours(duration.toHours()));
        }
        var minutes = Math.max(1, duration.toMinutes());
        return minutes == 1
                ? Message.of(PrivacyMessages.class, say -> say.minute())
                : Message.of(PrivacyMessages.class, say -> say.minutes(minutes));
    }
}
