package dev.paperround.admin.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/** A browser that is signed in. It is known by the hash of its cookie. */
@Entity
class AdminSession extends PanacheEntityBase {
    @Id
    public byte[] hash;

    // This is null if the session was opened with the token of the settings.
    public Long tokenId;

    public byte[] tokenHash;
    public Instant begunAt;
    public Instant expiresAt;

    static Optional<AdminSession> findOpen(byte[] hash, Instant now) {
        return find("hash = ?1 and expiresAt > ?2", hash, now).firstResultOptional();
    }
}
