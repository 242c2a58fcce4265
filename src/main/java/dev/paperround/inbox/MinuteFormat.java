package dev.paperround.inbox;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

final class MinuteFormat {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private MinuteFormat() {}

    @TemplateExtension
    static String inMinutes(Instant instant) {
        return FORMAT.format(instant);
    }
}
