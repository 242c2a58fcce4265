package dev.paperround.bounce;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SuppressionReason;
import dev.paperround.subscriber.suppression.Suppressions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Protects subscribers from a faulty mail system. If a domain reports more than five mailboxes and more than a fifth of
 * those mailed on one day as missing, although each took mail in the last two weeks, suppression waits for an operator.
 */
@ApplicationScoped
@Transactional
public class ImprobableRefusals {
    static final int FEW = 5;
    private static final int SHARE = 5;
    private static final int LATELY_DAYS = 14;

    private static final String DOMAIN = "substring(s.email_key from '[^@]*$')";

    // Counts only addresses that accepted an earlier mail.
    private static final String REFUSED = """
            select count(distinct b.subscriber_id) from bounce b join subscriber s on s.id = b.subscriber_id
            where b.kind = 'HARD' and b.delivery_on = ? and %s = ? and exists (
                select from delivery d where d.subscriber_id = s.id and d.state = 'SENT'
                and d.created_on between ? and ? and d.id < b.delivery_id)""".formatted(DOMAIN);

    // Counts only up to the number that decides the question.
    private static final String MAILED = """
            select count(*) from (
                select from subscriber s where %s = ? and exists (
                    select from delivery d where d.subscriber_id = s.id and d.created_on = ?
                    and d.state in ('SENT', 'REJECTED', 'UNKNOWN'))
                limit ?) mailed""".formatted(DOMAIN);

    private static final String LAST_MAILED = """
            select max(d.created_on) from subscriber s join delivery d on d.subscriber_id = s.id
            where %s = ? and d.created_on > ? and d.state in ('SENT', 'REJECTED', 'UNKNOWN')""".formatted(DOMAIN);

    private static final String HELD = """
            select h.domain, h.day, h.since, count(a.subscriber_id) addresses,
                   (select max(b.diagnostic) from bounce b join held_address x on x.subscriber_id = b.subscriber_id
                    where x.domain = h.domain and b.kind = 'HARD' and b.delivery_on = h.day) reply
            from suppression_hold h left join held_address a on a.domain = h.domain
            where h.decided_at is null group by h.domain order by h.since, h.domain""";

    private static final String KEEP = """
            insert into held_address (domain, subscriber_id, since) values (?, ?, ?)
            on conflict (domain, subscriber_id) do update set since = excluded.since""";

    private final AtomicLong held = new AtomicLong();

    @Inject
    Sql sql;

    @Inject
    Suppressions suppressions;

    @Inject
    BounceLog log;

    @Inject
    Clock clock;

    private record Hold(LocalDate day, Optional<Boolean> suppress) {}

    public record Held(String domain, LocalDate day, Instant since, long addresses, String reply) {}

    @Inject
    ImprobableRefusals(MeterRegistry meters) {
        Gauge.builder("paperround.suppressions.held", held::get).register(meters);
    }

    public List<Held> list() {
        return sql.query(
                HELD,
                row -> new Held(
                        row.getString("domain"),
                        row.getObject("day", LocalDate.class),
                        Sql.instant(row, "since"),
                        row.getLong("addresses"),
                        row.getString("reply")));
    }

    /** Returns the number of addresses concerned, or -1 if the domain is not held. */
    public int decide(String domain, boolean suppress) {
        var name = domain.strip().toLowerCase(Locale.ROOT);
        if (name.indexOf('\0') >= 0) {
            return -1;
        }
        var open = sql.execute(
                "update suppression_hold set decided_at = ?, suppress = ? where domain = ? and decided_at is null",
                clock.instant(),
                suppress,
                name);
        if (open == 0) {
            return -1;
        }
        var addresses = addresses(name);
        if (suppress) {
            addresses.forEach(this::suppress);
        }
        forgetAddresses(name);
        return addresses.size();
    }

    // Returns true if nobody is to be suppressed for this hard failure for now.
    boolean holds(Subscriber subscriber, LocalDate day) {
        var domain = subscriber.emailKey.substring(subscriber.emailKey.lastIndexOf('@') + 1);
        var refused = counted(domain, day);
        var hold = sql.find(
                "select day, suppress from suppression_hold where domain = ? for update",
                row -> new Hold(
                        row.getObject("day", LocalDate.class),
                        Optional.ofNullable(row.getObject("suppress", Boolean.class))),
                domain);
        var decision = hold.filter(it -> !it.day().isBefore(day)).flatMap(Hold::suppress);
        if (decision.isPresent()) {
            return !decision.get();
        }
        if (hold.filter(it -> it.suppress().isEmpty()).isPresent()) {
            keep(domain, subscriber.id);
            return true;
        }
        if (refused <= FEW || !isWorthALook(refused) || !isMuch(domain, day)) {
            return false;
        }
        hold(domain, day);
        keep(domain, subscriber.id);
        return true;
    }

    /** Ends the holds that a later day has disproved, and suppresses the addresses that still have no mailbox. */
    public void review() {
        for (var hold : list()) {
            var day = lastMailed(hold);
            if (!isMuch(hold.domain(), day)) {
                addresses(hold.domain()).stream()
                        .filter(it -> !tookMailSince(it, hold.since()))
                        .forEach(this::suppress);
                sql.execute("delete from suppression_hold where domain = ?", hold.domain());
            }
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.execute("delete from domain_refusal where day < ?", today.minusDays(2L * LATELY_DAYS));
        held.set(list().stream().mapToLong(Held::addresses).sum());
    }

    private int counted(String domain, LocalDate day) {
        return sql.one("""
                insert into domain_refusal as known (domain, day, refused) values (?, ?, 1)
                on conflict (domain, day) do update set refused = known.refused + 1
                returning refused""", row -> row.getInt(1), domain, day);
    }

    // A check costs more the more refusals there are, so it runs less often as they grow.
    private static boolean isWorthALook(int refused) {
        var step = 1;
        while (refused / step > 100) {
            step *= 10;
        }
        return refused % step == 0;
    }

    private boolean isMuch(String domain, LocalDate day) {
        var refused = sql.one(REFUSED, row -> row.getLong(1), day, domain, day.minusDays(LATELY_DAYS), day);
        return refused > FEW && mailed(domain, day, SHARE * refused) < SHARE * refused;
    }

    private long mailed(String domain, LocalDate day, long most) {
        return sql.one(MAILED, row -> row.getLong(1), domain, day, most);
    }

    // A day with only a few mails to the domain proves nothing.
    private LocalDate lastMailed(Held hold) {
        var last = sql.find(LAST_MAILED, row -> row.getObject(1, LocalDate.class), hold.domain(), hold.day())
                .orElse(hold.day());
        return mailed(hold.domain(), last, FEW + 1) > FEW ? last : hold.day();
    }

    // Also lifts the suppressions made that day before the limit was reached.
    private void hold(String domain, LocalDate day) {
        sql.execute("""
                insert into suppression_hold (domain, day, since) values (?, ?, ?)
                on conflict (domain) do update set day = excluded.day, since = excluded.since, decided_at = null,
                                                   suppress = null""", domain, day, clock.instant());
        for (var subscriber : log.suppressedOn(domain, day)) {
            Subscriber.<Subscriber>findByIdOptional(subscriber)
                    .flatMap(it -> EmailAddress.parse(it.email))
                    .ifPresent(suppressions::lift);
            keep(domain, subscriber);
        }
    }

    private void keep(String domain, long subscriber) {
        sql.execute(KEEP, domain, subscriber, clock.instant());
    }

    private List<Long> addresses(String domain) {
        return sql.query(
                "select subscriber_id from held_address where domain = ? order by 1", row -> row.getLong(1), domain);
    }

    private void forgetAddresses(String domain) {
        sql.execute("delete from held_address where domain = ?", domain);
    }

    private boolean tookMailSince(long subscriber, Instant since) {
        return sql.one("""
                select exists (select from delivery d where d.subscriber_id = ? and d.state = 'SENT'
                               and d.planned_at > ?)""", row -> row.getBoolean(1), subscriber, since);
    }

    private void suppress(long subscriber) {
        Subscriber.<Subscriber>findByIdOptional(subscriber)
                .flatMap(it -> EmailAddress.parse(it.email))
                .ifPresent(it -> suppressions.suppress(it, SuppressionReason.HARD_BOUNCE));
    }
}
