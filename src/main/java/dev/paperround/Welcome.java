package dev.paperround;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells whoever started the program where to go. */
@ApplicationScoped
class Welcome {
    @ConfigProperty(name = "paperround.base-url")
    String baseUrl;

    @ConfigProperty(name = "paperround.inbox.directory")
    Optional<String> mailbox;

    void start(@Observes StartupEvent event) {
        Log.infof("Sign up at %s/ and look after it at %s/admin", baseUrl, baseUrl);
        mailbox.ifPresent(kept -> Log.infof("No SMTP relay is set: every mail stays here, at %s/inbox", baseUrl));
    }
}
