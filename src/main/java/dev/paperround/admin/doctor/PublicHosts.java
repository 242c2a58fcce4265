package dev.paperround.admin.doctor;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognizes host names that are only valid on this machine or in a private network. */
final class PublicHosts {
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\..*|\\[?(0*:)*0*1]?|.*\\.localhost");
    private static final Pattern NOT_PUBLIC =
            Pattern.compile("[^.]*|(.*\\.)?(localhost|local|localdomain|internal|invalid|test|example)");

    private PublicHosts() {}

    static boolean isThisMachine(String host) {
        return THIS_MACHINE.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    static boolean isPublic(String domain) {
        return !NOT_PUBLIC.matcher(domain.toLowerCase(Locale.ROOT)).matches();
    }
}
