package dev.paperround.subscription;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mailbox address (RFC 5321 section 4.1.2, dot-string local parts only) that is safe in a header and an SMTP command.
 * {@code value} is what mails are sent to, its domain in ASCII; {@code key} is what makes two addresses the same person's.
 */
public record EmailAddress(String value, String key) {
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public static Optional<EmailAddress> parse(String text) {
        if (text == null || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        var trimmed = text.strip();
        var at = trimmed.lastIndexOf('@');
        if (at < 1 || at > 64 || trimmed.length() > 254) {
            return Optional.empty();
        }
        var local = trimmed.substring(0, at);
        return asciiDomain(trimmed.substring(at + 1))
                .filter(domain -> LOCAL.matcher(local).matches())
                .map(domain -> local + "@" + domain)
                .filter(address -> address.length() <= 254)
                .map(address -> new EmailAddress(address, address.toLowerCase(Locale.ROOT)));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(it -> DOMAIN.matcher(it).matches());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
