package dev.paperround.admin;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The operator's session in the browser: {@code expiry.signature} in a cookie and nothing on the server. The token is
 * the key, so that a new token ends every session.
 */
@Singleton
class AdminSession {
    static final String COOKIE = "paperround_admin";

    private static final Duration LENGTH = Duration.ofHours(12);
    private static final Pattern VALUE = Pattern.compile("(\\d{1,12})\\.([A-Za-z0-9_-]{43})");

    private final AdminToken token;
    private final Clock clock;
    private final boolean secure;

    AdminSession(AdminToken token, Clock clock, @ConfigProperty(name = "paperround.base-url") String baseUrl) {
        this.token = token;
        this.clock = clock;
        this.secure = baseUrl.toLowerCase(Locale.ROOT).startsWith("https:");
    }

    NewCookie begin() {
        var expiry = clock.instant().plus(LENGTH).getEpochSecond();
        return cookie(expiry + "." + signature(expiry), (int) LENGTH.toSeconds());
    }

    NewCookie end() {
        return cookie("", 0);
    }

    boolean holds(String cookie) {
        var value = VALUE.matcher(cookie == null ? "" : cookie);
        if (!value.matches()) {
            return false;
        }
        var expiry = Long.parseLong(value.group(1));
        return MessageDigest.isEqual(bytes(signature(expiry)), bytes(value.group(2)))
                && clock.instant().getEpochSecond() < expiry;
    }

    private String signature(long expiry) {
        return token.sign("operator's session until " + expiry);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/admin")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
