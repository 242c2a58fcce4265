package dev.paperround.admin;

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
class ScriptedDns extends Dns {
    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private volatile boolean away = true;

    void goAway() {
        records.clear();
        away = true;
    }

    void knowNothing() {
        records.clear();
        away = false;
    }

    void know(String name, String type, String... values) {
        away = false;
        records.put(type + " " + name, List.of(values));
    }

    @Override
    List<String> records(String name, String type) throws NamingException {
        if (away) {
            throw new CommunicationException("no resolver here");
        }
        return records.getOrDefault(type + " " + name, List.of());
    }
}
