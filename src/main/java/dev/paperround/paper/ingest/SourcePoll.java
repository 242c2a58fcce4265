package dev.paperround.paper.ingest;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Remembers when a source was last polled, for all instances. */
@Entity
public class SourcePoll extends PanacheEntityBase {
    @Id
    public String source;

    public Instant polledAt;
    public boolean failed;
}
