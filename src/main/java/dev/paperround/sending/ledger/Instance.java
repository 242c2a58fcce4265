package dev.paperround.sending.ledger;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

@Singleton
public class Instance {
    public final String id = UUID.randomUUID().toString().substring(0, 13);
    private final AtomicLong claims = new AtomicLong();

    // Unique for every claim.
    String newOwner() {
        return id + "/" + claims.incrementAndGet();
    }

    long claims() {
        return claims.get();
    }

    long claim(String owner) {
        return Long.parseLong(owner.substring(id.length() + 1));
    }
}
