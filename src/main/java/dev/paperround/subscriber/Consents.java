package dev.paperround.subscriber;

import dev.paperround.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records consents, which are deleted together with their subscriber. */
@ApplicationScoped
@Transactional
public class Consents {
    public static final String OF_IMPORT = """
            insert into consent (subscriber_id, at, way, text_version)
            select id, ?, 'IMPORTED', ? from unnest(?::bigint[]) id
            where not exists (select from consent where subscriber_id = id and way not in ('SIGNED_UP', 'WITHDRAWN'))""";

    private static final String ADD = """
            insert into consent (subscriber_id, at, way, text_version, network)
            values (?, ?, ?, ?, ?) on conflict do nothing""";

    @Inject
    Sql sql;

    @Inject
    RetentionSettings retention;

    @Inject
    Clock clock;

    // A second consent for the same moment is the same consent.
    public void add(long subscriber, Consent.Way way, Instant at, Optional<String> network) {
        sql.execute(ADD, subscriber, at, way.name(), Consent.TEXT_VERSION, network.orElse(null));
    }

    public List<Consent.Given> of(Subscriber subscriber) {
        return Consent.of(subscriber.id).stream().map(Consent::given).toList();
    }

    public int forgetNetworks() {
        var before = clock.instant().minus(retention.network());
        return sql.execute("update consent set network = null where network is not null and at < ?", before)
                + sql.execute("update sign_up set network = null where network is not null and created_at < ?", before);
    }
}
