package dev.paperround.delivery;

import dev.paperround.subscription.BounceTokens;
import dev.paperround.subscription.Links.DeliveryKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The envelope sender of each digest (VERP), {@code b+token@domain}: whatever comes back to it is about that one
 * delivery, whoever wrote it and in whatever form.
 */
@Singleton
public class EnvelopeSender {
    private static final String OFF = "off";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![A-Za-z0-9._+-])b\\+([0-9a-z]+-[0-9a-z]+-[0-9a-z]+)@[a-z0-9.-]+", Pattern.CASE_INSENSITIVE);

    @Inject
    BounceTokens tokens;

    @Inject
    MailFrom from;

    @ConfigProperty(name = "paperround.bounces.domain")
    Optional<String> domain;

    public String of(long delivery, LocalDate createdOn) {
        return domain.filter(OFF::equals).isPresent()
                ? from.address
                : "b+" + tokens.of(delivery, createdOn) + "@" + domain();
    }

    /** By which receivers look up who may send. */
    public String domain() {
        return domain.filter(it -> !it.equals(OFF)).orElse(from.domain());
    }

    /** The delivery of the first such address in a text, at any domain: systems on the way rewrite that, and cannot sign. */
    public Optional<DeliveryKey> find(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(address -> tokens.read(address.group(1)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
