package dev.paperround.admin;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the operator's pages write what they are given. */
final class AdminPageFormat {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AdminPageFormat() {}

    @TemplateExtension
    static String inSeconds(Instant instant) {
        return SECONDS.format(instant);
    }

    /** For the value of a parameter in a link. */
    @TemplateExtension
    static String inLink(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
