package dev.paperround.subscriber;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mailbox address that is safe in a header and an SMTP command (RFC 5321 section 4.1.2, dot-string local parts only,
 * with the letters and digits of any script as in RFC 6531). Mails go to {@code value}, whose domain is in ASCII, and
 * addresses with the same {@code key} belong to the same person.
 */
public record EmailAddress(String value, String key) {
    private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-][\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]*+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*+");
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;

    // A last label of digits only would be an IP address or part of one.
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*(?!\\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

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

    // Some letters are no longer composed once they are in lower case.
    private static String key(String address) {
        return Normalizer.normalize(address.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    // Relays without SMTPUTF8 (RFC 6531) accept only these addresses.
    public static boolean isAscii(String address) {
        return address.chars().allMatch(c -> c < 128);
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static Optional<String> asciiDomain(String domain) {
        var lower = domain.toLowerCase(Locale.ROOT);
        var isPlain = isAscii(lower) && !lower.contains("xn--");
        return (isPlain ? Optional.of(lower) : idn(domain))
                .filter(it -> DOMAIN.matcher(it).matches());
    }

    private static Optional<String> idn(String domain) {
        var info = new IDNA.Info();
        var ascii = IDNA_2008.nameToASCII(domain, new StringBuilder(), info).toString();
        return info.hasErrors() ? Optional.empty() : Optional.of(ascii);
    }

    @Override
    public String toString() {
        return value;
    }
}
