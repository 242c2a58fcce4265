package dev.paperround.admin;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

final class AdminPageFormat {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AdminPageFormat() {}

    @TemplateExtension
    static String inSeconds(Instant instant) {
        return SECONDS.format(instant);
    }

    @TemplateExtension
    static String inLink(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
