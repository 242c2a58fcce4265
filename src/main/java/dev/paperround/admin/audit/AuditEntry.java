package dev.paperround.admin.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Entity
@Table(name = "audit")
class AuditEntry extends PanacheEntityBase {
    private static final int PREFIX_BYTES = 6;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Instant at;
    public String who;
    public String act;
    public String subject;

    // The keyed hash of the address of the person concerned.
    public byte[] person;

    public Long howMany;
    public String outcome;
    public int status;

    static List<AuditEntry> newest(
            Optional<String> act, Optional<String> who, Optional<List<byte[]>> person, int limit, int offset) {
        var values = new HashMap<String, Object>(Map.of("act", act.orElse(""), "who", who.orElse("")));
        person.ifPresent(it -> values.put("person", it));
        return AuditEntry.<AuditEntry>find(
                        "(:act = '' or act = :act) and (:who = '' or who = :who)"
                                + (person.isPresent() ? " and person in :person" : "") + " order by id desc",
                        values)
                .range(offset, offset + limit - 1)
                .list();
    }

    String personPrefix() {
        return person == null ? null : HexFormat.of().formatHex(person, 0, PREFIX_BYTES);
    }
}
