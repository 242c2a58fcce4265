package dev.paperround.subscriber.signup;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.RetentionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Deletes unconfirmed sign-ups and the subscribers who have nothing else on record. */
@ApplicationScoped
public class PendingSignUps {
    // The suppression of a suppressed address stays, by its hash.
    private static final String NEWCOMERS = """
            delete from subscriber s
            where confirmed_at is null and state in ('PENDING', 'SUPPRESSED')
              and coalesce((select max(created_at) from sign_up where subscriber_id = s.id), created_at) < ?""";

    private static final String SIGN_UPS = "delete from sign_up where created_at < ?";

    @Inject
    Sql sql;

    @Inject
    RetentionSettings retention;

    @Inject
    Clock clock;

    @Transactional
    public int expire() {
        var before = clock.instant().minus(retention.pending());
        return sql.execute(NEWCOMERS, before) + sql.execute(SIGN_UPS, before);
    }
}
