package dev.paperround.subscription;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mailbox address (RFC 5321 section 4.1.2, dot-string local parts only; letters and digits of any script as of RFC
 * 6531) that is safe in a header and an SMTP command. {@code value} is what mails are sent to, its domain in ASCII;
 * {@code key} is what makes two addresses the same person's.
 */
public record EmailAddress(String value, String key) {
    private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-][\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]*+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*+");
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public static Optional<EmailAddress> parse(String text) {
        if (text == null || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        var trimmed = text.strip();
        var at = trimmed.lastIndexOf('@');
        if (at < 1 || trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        var local = Normalizer.normalize(trimmed.substring(0, at), Normalizer.Form.NFC);
        if (octets(local) > LONGEST_LOCAL || !LOCAL.matcher(local).matches()) {
            return Optional.empty();
        }
        return asciiDomain(trimmed.substring(at + 1))
                .map(domain -> local + "@" + domain)
                .filter(address -> octets(address) <= LONGEST)
                .map(address -> new EmailAddress(address, key(address)));
    }

    /** Some letters are no longer composed once they are small. */
    private static String key(String address) {
        return Normalizer.normalize(address.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether relays without SMTPUTF8 (RFC 6531) can take it. */
    public static boolean isAscii(String address) {
        return address.chars().allMatch(c -> c < 128);
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
