package dev.paperround.admin;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/** Asks the resolvers of this machine. */
@Singleton
class Dns {
    /** None where the name or the record does not exist; throws where nobody could be asked. */
    List<String> records(String name, String type) throws NamingException {
        var context = new InitialDirContext(settings());
        try {
            var attribute =
                    context.getAttributes(name + ".", new String[] {type}).get(type);
            var found = new ArrayList<String>();
            for (var i = 0; attribute != null && i < attribute.size(); i++) {
                found.add(text((String) attribute.get(i)));
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

    /** A long text comes in pieces, each between quotation marks. */
    private static String text(String record) {
        return record.startsWith("\"") ? record.replaceAll("\"\\s+\"", "").replaceAll("^\"|\"$", "") : record;
    }
}
