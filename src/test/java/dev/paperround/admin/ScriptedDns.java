package dev.paperround.admin;

import dev.paperround.admin.doctor.Dns;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.CommunicationException;
import javax.naming.NamingException;

/** Tests ask no resolver: it is away until one says what it knows. */
@Alternative
@Priority(1)
@Singleton
public class ScriptedDns extends Dns {
    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private volatile boolean away = true;

    public void goAway() {
        records.clear();
        away = true;
    }

    public void knowNothing() {
        records.clear();
        away = false;
    }

    public void know(String name, String type, String... values) {
        away = false;
        records.put(type + " " + name, List.of(values));
    }

    @Override
    public List<String> records(String name, String type) throws NamingException {
        if (away) {
            throw new CommunicationException("no resolver here");
        }
        return records.getOrDefault(type + " " + name, List.of());
    }
}
