package dev.paperround.admin.doctor;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

@Singleton
public class Dns {
    private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|\\S+");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** Returns an empty list if the name or record does not exist, and throws if no resolver answered. */
    public List<String> records(String name, String type) throws NamingException {
        var context = new InitialDirContext(settings());
        try {
            var attribute =
                    context.getAttributes(name + ".", new String[] {type}).get(type);
            var found = new ArrayList<String>();
            for (var i = 0; attribute != null && i < attribute.size(); i++) {
                var record = (String) attribute.get(i);
                found.add(type.equals("TXT") ? text(record) : record);
            }
            return found;
        } catch (NameNotFoundException e) {
            return List.of();
        } finally {
            context.close();
        }
    }

    private static Hashtable<String, String> settings() {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, "dns:");
        settings.put("com.sun.jndi.dns.timeout.initial", "1000");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        return settings;
    }

    // Long texts arrive in pieces separated by spaces; pieces that contain spaces are quoted.
    static String text(String record) {
        return PIECE.matcher(record)
                .results()
                .map(piece -> piece.group(1) == null
                        ? piece.group()
                        : ESCAPED.matcher(piece.group(1)).replaceAll("$1"))
                .collect(Collectors.joining());
    }
}
