package dev.paperround.web.forms;

import io.quarkus.qute.RawString;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Groups time zones by continent and place, since few people know their zone by its official name. */
record TimeZones(String region, List<Place> places, String options) {
    private static final List<String> REGIONS = List.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");
    static final List<TimeZones> BY_REGION = byRegion();

    record Place(String zone, String name) {}

    private static TimeZones of(String region, List<Place> places) {
        var html = new StringBuilder();
        for (var place : places) {
            html.append("<option value=\"%s\">%s</option>".formatted(place.zone(), place.name()));
        }
        return new TimeZones(region, places, html.toString());
    }

    // The roughly 600 options are rendered once; each page only marks the selected one.
    public RawString optionsWith(String chosen) {
        var value = "value=\"" + chosen + "\"";
        return new RawString(
                chosen.startsWith(region + "/") && offers(chosen)
                        ? options.replace(value, value + " selected")
                        : options);
    }

    static boolean offers(String zone) {
        return zone.equals("UTC")
                || BY_REGION.stream()
                        .flatMap(region -> region.places().stream())
                        .anyMatch(place -> place.zone().equals(zone));
    }

    private static List<TimeZones> byRegion() {
        var regions = new TreeMap<String, List<Place>>();
        for (var region : REGIONS) {
            var prefix = region + "/";
            var zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
            zones.removeIf(zone -> !zone.startsWith(prefix));
            regions.put(
                    region,
                    zones.stream()
                            .map(zone -> new Place(zone, name(zone.substring(prefix.length()))))
                            .toList());
        }
        return regions.entrySet().stream()
                .map(region -> of(region.getKey(), region.getValue()))
                .toList();
    }

    private static String name(String place) {
        return place.replace('_', ' ').replace("/", ", ");
    }
}
