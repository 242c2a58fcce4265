package dev.paperround.subscriber.signup;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Counts recent mails to an address by its keyed hash. Checking and counting take a single statement, so concurrent
 * requests cannot exceed a limit.
 */
@ApplicationScoped
public class MailRequestCounts {
    // These are confirmations and links of the last month, which limit further ones.
    public record Sent(String kind, Instant at) {}

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MONTH = Duration.ofDays(30);

    enum Kind {
        CONFIRM,
        LINK
    }

    @Inject
    Sql sql;

    @Inject
    Tokens tokens;

    @Inject
    SignUpSettings settings;

    @Inject
    Clock clock;

    boolean takes(Kind kind, EmailAddress email) {
        var confirm = kind == Kind.CONFIRM;
        return takes(
                kind,
                email,
                confirm ? settings.confirmationsPerDay() : settings.linksPerDay(),
                confirm ? settings.confirmationsPerMonth() : Integer.MAX_VALUE);
    }

    private boolean takes(Kind kind, EmailAddress email, int perDay, int perMonth) {
        var now = clock.instant();
        var changed = sql.execute(
                """
                insert into letter_count as known (hash, kind, times) values (?, ?, array[?])
                on conflict (hash, kind) do update
                set times = array(select t from unnest(known.times) t where t > ? order by t) || ?
                where (select count(*) from unnest(known.times) t where t > ?) < ?
                and (select count(*) from unnest(known.times) t where t > ?) < ?""",
                hashes(email).get(0),
                kind.name(),
                now,
                now.minus(MONTH),
                now,
                now.minus(DAY),
                perDay,
                now.minus(MONTH),
                perMonth);
        return changed > 0;
    }

    // The last mail was not sent after all.
    void giveBack(Kind kind, EmailAddress email) {
        sql.execute(
                "update letter_count set times = trim_array(times, 1) where kind = ? and hash = ?",
                kind.name(),
                hashes(email).get(0));
    }

    // A person who responds to the mails wants them, so they no longer count.
    public void forget(Kind kind, EmailAddress email) {
        sql.execute(
                "delete from letter_count where kind = ? and hash = any (?)",
                kind.name(),
                hashes(email).toArray(byte[][]::new));
    }

    public void forget(EmailAddress email) {
        List.of(Kind.values()).forEach(kind -> forget(kind, email));
    }

    public List<Sent> of(EmailAddress email) {
        return sql.query(
                "select kind, t from letter_count, unnest(times) t where hash = any (?) order by t",
                row -> new Sent(row.getString("kind"), Sql.instant(row, "t")),
                (Object) hashes(email).toArray(byte[][]::new));
    }

    int purge() {
        return sql.execute(
                "delete from letter_count where coalesce(times[cardinality(times)], '-infinity') <= ?",
                clock.instant().minus(MONTH));
    }

    private List<byte[]> hashes(EmailAddress email) {
        return tokens.hashes("letters\n" + email.key());
    }
}
