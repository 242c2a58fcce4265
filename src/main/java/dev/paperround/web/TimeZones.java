package dev.paperround.web;

import io.quarkus.qute.RawString;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The time zones a form offers: places by continent, for few people know their zone by another name. */
record TimeZones(String region, List<Place> places) {
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
    private static final List<TimeZones> BY_REGION = byRegion();
    private static final String OPTIONS = options();

    record Place(String zone, String name) {}

    /** Six hundred of them are made once; a page only says which is chosen. */
    static RawString options(String chosen) {
        var value = "value=\"" + chosen + "\"";
        return new RawString(offers(chosen) ? OPTIONS.replace(value, value + " selected") : OPTIONS);
    }

    private static String options() {
        var html = new StringBuilder("<option value=\"UTC\">UTC</option>");
        for (var region : BY_REGION) {
            html.append("<optgroup label=\"").append(region.region()).append("\">");
            for (var place : region.places()) {
                html.append("<option value=\"%s\">%s</option>".formatted(place.zone(), place.name()));
            }
            html.append("</optgroup>");
        }
        return html.toString();
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
                .map(region -> new TimeZones(region.getKey(), region.getValue()))
                .toList();
    }

    private static String name(String place) {
        return place.replace('_', ' ').replace("/", ", ");
    }
}
