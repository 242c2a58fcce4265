package dev.paperround.paper;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises a DOI with or without a URL or prefix, and spells it in lower case, since case does not matter in it. */
public final class Doi {
    // These characters cover nearly all DOIs, as Crossref says, and need no escaping in URLs.
    private static final Pattern WRAPPED = Pattern.compile(
            "(?i)(?:https?://(?:dx\\.|www\\.)?doi\\.org/|doi:\\s*)?(10\\.\\d{4,9}/[-._()/:a-z0-9]*[a-z0-9)])");
    private static final int LENGTH = 200;

    private Doi() {}

    public static Optional<String> find(String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        Matcher matcher = WRAPPED.matcher(raw.strip());
        return matcher.matches()
                ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)).filter(doi -> doi.length() <= LENGTH)
                : Optional.empty();
    }

    static boolean is(String id) {
        return find(id).filter(id::equals).isPresent();
    }

    static String url(String doi) {
        return "https://doi.org/" + doi;
    }
}
