package dev.paperround.sending.ledger;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** This running program among others on the same database. */
@Singleton
public class Instance {
    public final String id = UUID.randomUUID().toString().substring(0, 13);
    private final AtomicLong claims = new AtomicLong();

    /** For one claim; never the same again. */
    String newOwner() {
        return id + "/" + claims.incrementAndGet();
    }

    /** How many there were. */
    long claims() {
        return claims.get();
    }

    /** Which of this instance's claims it was. */
    long claim(String owner) {
        return Long.parseLong(owner.substring(id.length() + 1));
    }
}
