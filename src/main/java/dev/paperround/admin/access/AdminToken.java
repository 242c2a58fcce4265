package dev.paperround.admin.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A token that an operator created. */
@Entity
class AdminToken extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    @Enumerated(EnumType.STRING)
    public Scope scope;

    public byte[] hash;
    public Instant createdAt;
    public String createdBy;
    public Instant expiresAt;
    public Instant lastUsedAt;
    public Instant revokedAt;

    static Optional<AdminToken> findActive(long id, Instant now) {
        return find("id = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2)", id, now)
                .firstResultOptional();
    }

    static List<AdminToken> activeFirst() {
        return list("order by case when revokedAt is null then 0 else 1 end, id desc");
    }
}
