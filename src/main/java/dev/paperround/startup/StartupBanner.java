package dev.paperround.startup;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class StartupBanner {
    private static final int GUESSABLE = 20;
    private static final Pattern LOCAL = Pattern.compile("(?i)https?://(localhost|127\\.|\\[::1])");

    @ConfigProperty(name = "paperround.base-url")
    String baseUrl;

    @ConfigProperty(name = "paperround.admin-token")
    String adminToken;

    @ConfigProperty(name = "paperround.inbox.open", defaultValue = "false")
    boolean isOpen;

    @ConfigProperty(name = "paperround.inbox.directory")
    Optional<String> mailbox;

    void start(@Observes StartupEvent event) {
        Log.infof("Sign up at %s/ and look after it at %s/admin", baseUrl, baseUrl);
        if (adminToken.length() < GUESSABLE && !LOCAL.matcher(baseUrl).lookingAt()) {
            Log.warnf(
                    "PAPERROUND_ADMIN_TOKEN has %d characters and can be guessed; a random one of 32 or more cannot.",
                    adminToken.length());
        }
        mailbox.ifPresent(kept -> Log.infof(
                "No SMTP relay is set: every mail stays here, at %s/inbox%s",
                baseUrl, isOpen ? ", for everyone to read" : ""));
    }
}
