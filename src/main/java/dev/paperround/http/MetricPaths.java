package dev.paperround.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Labels metrics by URL pattern. Requests rejected before routing would otherwise expose signed links or create
 * unlimited labels.
 */
@Singleton
class MetricPaths implements MeterFilter {
    private static final Set<String> TURNED_AWAY = Set.of("405", "406", "408", "413", "414", "415", "431");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final String SIGNED = "^/(confirm|preferences|unsubscribe|digest)/[^{]+.*";

    @Override
    public Meter.Id map(Meter.Id id) {
        var address = id.getTag("uri");
        if (address == null || address.contains("{") || !id.getName().startsWith("http.server")) {
            return id;
        }
        if (address.matches(SIGNED)) {
            return id.replaceTags(with(id.getTags(), address.replaceFirst(SIGNED, "/$1/{token}")));
        }
        var turnedAway = TURNED_AWAY.contains(Objects.requireNonNullElse(id.getTag("status"), ""))
                || !METHODS.contains(Objects.requireNonNullElse(id.getTag("method"), "GET"));
        return turnedAway ? id.replaceTags(with(id.getTags(), "UNMATCHED")) : id;
    }

    private static List<Tag> with(List<Tag> tags, String address) {
        return tags.stream()
                .map(tag -> tag.getKey().equals("uri") ? Tag.of("uri", address) : tag)
                .toList();
    }
}
