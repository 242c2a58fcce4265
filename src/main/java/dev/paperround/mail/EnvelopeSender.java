package dev.paperround.mail;

import dev.paperround.subscriber.token.BounceTokens;
import dev.paperround.subscriber.token.Links.DeliveryKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives each digest its own envelope sender (VERP), {@code b+token@domain}. Every reply or bounce to it then identifies
 * the delivery, whatever its format.
 */
@Singleton
public class EnvelopeSender {
    private static final String OFF = "off";
    private static final String HEADER = "X-Paper-Round-Delivery";
    private static final String TOKEN = "([0-9a-z]{1,12}-[0-9a-z]{1,5}-[0-9a-v]{18})(?![0-9a-z])";
    // Systems on the way may add text before or after the address, and may encode the plus.
    private static final Pattern OF_DELIVERY = Pattern.compile(
            "(?:(?<![a-z0-9])b(?:\\+|=2B|%2B)|" + HEADER + ":\\s{0,3})" + TOKEN, Pattern.CASE_INSENSITIVE);

    private static final Pattern UNSUBSCRIBE_ADDRESS =
            Pattern.compile("(?<![a-z0-9])b(?:\\+|=2B|%2B)u-" + TOKEN, Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSUBSCRIBE_SUBJECT =
            Pattern.compile("\\bunsubscribe\\s+" + TOKEN, Pattern.CASE_INSENSITIVE);

    @Inject
    BounceTokens tokens;

    @Inject
    MailFrom from;

    @ConfigProperty(name = "paperround.bounces.domain")
    Optional<String> domain;

    public String of(long delivery, LocalDate createdOn) {
        return isOff() ? from.address : "b+" + tokens.of(delivery, createdOn) + "@" + domain();
    }

    public String domain() {
        return domain.filter(it -> !it.equals(OFF)).orElse(from.domain());
    }

    // Identifies a mail if the relay overwrites both the envelope sender and the Message-ID.
    public String header(long delivery, LocalDate createdOn) {
        return HEADER + ": " + tokens.of(delivery, createdOn);
    }

    public String unsubscribeMail(long subscriber) {
        var token = tokens.unsubscribe(subscriber);
        return isOff()
                ? "mailto:" + from.address + "?subject=unsubscribe%20" + token
                : "mailto:b+u-" + token + "@" + domain() + "?subject=unsubscribe";
    }

    // Finds the first such address or header at any domain, since systems on the way rewrite the domain.
    public Optional<DeliveryKey> find(String text) {
        return first(OF_DELIVERY, text, tokens::read);
    }

    public Optional<Long> unsubscribes(String addresses, String subject) {
        return first(UNSUBSCRIBE_ADDRESS, addresses, tokens::unsubscribes)
                .or(() -> first(UNSUBSCRIBE_SUBJECT, subject, tokens::unsubscribes));
    }

    public boolean isOurs(String address) {
        return address.equalsIgnoreCase(from.address) || find(address).isPresent();
    }

    private static <T> Optional<T> first(Pattern pattern, String text, Function<String, Optional<T>> read) {
        return pattern.matcher(text)
                .results()
                .map(it -> read.apply(it.group(1)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    public boolean isOff() {
        return domain.filter(OFF::equals).isPresent();
    }
}
