package dev.paperround.web;

import dev.paperround.problem.FieldError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of what is to be put right, leading to its field. */
record FieldNotice(String target, String label, String message) {
    private static final Pattern FILTER = Pattern.compile("filters\\[(\\d+)]\\.(name|query)");

    static FieldNotice of(FieldError error) {
        Matcher filter = FILTER.matcher(error.field());
        if (filter.matches()) {
            var index = Integer.parseInt(filter.group(1));
            var part = filter.group(2).equals("name") ? ", name" : "";
            return new FieldNotice(filter.group(2) + "-" + index, "Filter " + (index + 1) + part, error.message());
        }
        return switch (error.field()) {
            case "form" -> new FieldNotice("sign-up", "Sign up", error.message());
            case "email" -> new FieldNotice("email", "E-mail address", error.message());
            case "filters" -> new FieldNotice("query-0", "Filters", error.message());
            case "weekday" -> new FieldNotice("weekday", "Day of the week", error.message());
            case "sendAt" -> new FieldNotice("sendAt", "Hour", error.message());
            case "timeZone" -> new FieldNotice("timeZone", "Time zone", error.message());
            case "maxPapers" -> new FieldNotice("maxPapers", "Papers in a digest", error.message());
            case "pausedUntil" -> new FieldNotice("pausedUntil", "Pause until", error.message());
            default -> new FieldNotice("frequency", "How often", error.message());
        };
    }
}
