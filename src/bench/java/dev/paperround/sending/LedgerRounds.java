package dev.paperround.sending;

import dev.paperround.sending.ledger.DeliveryBatches;
import dev.paperround.sending.ledger.LedgerConnection;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;

/** Deliveries from lease to recorded, with no mail: what the ledger alone manages. */
public final class LedgerRounds implements AutoCloseable {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final int WORKERS = 2;

    private final AgroalDataSource database;

    public LedgerRounds(String url, String user) throws SQLException {
        Flyway.configure().dataSource(url, user, user).load().migrate();
        database = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(20)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(user)))));
        execute("select ensure_delivery_partition('" + DAY + "')");
    }

    /** Planned as a large send is: the ledger keeps what it had. */
    public long plan(int deliveries) throws SQLException {
        execute("""
                insert into subscriber (email, email_key, state, frequency, weekday, send_at, time_zone, max_papers,
                                        created_at, confirmed_at, next_due_at)
                select 'p' || n || '@bench.example', 'p' || n || '@bench.example', 'ACTIVE', 'DAILY', 'MONDAY', '08:00',
                       'UTC', 20, now(), now(), now() + interval '10 days'
                from generate_series((select count(*) + 1 from subscriber), %d) n""".formatted(deliveries));
        execute("insert into send (kind, day, state, created_on, started_at) values ('MANUAL', '" + DAY
                + "', 'SENDING', '" + DAY + "', now())");
        var send = number("select max(id) from send");
        execute("""
                with added as (
                insert into delivery (created_on, send_id, subscriber_id, state, paper_ids, more_ids, considered, planned_at,
                                      updated_at)
                select '%s', %d, id, 'PLANNED', array(select generate_series(1, 20)), '{}', 240, now(), now()
                from subscriber order by id limit %d
                returning id, created_on, send_id, budget, planned_at, due_at, state)
                """.formatted(DAY, send, deliveries) + DeliveryBatches.PLANNED);
        return send;
    }

    /** Deliveries a second over two workers, each with an instance's own threads and connections. */
    public double work(long send, int deliveries, int batch) throws Exception {
        var threads = Executors.newFixedThreadPool(WORKERS);
        var workers = new LedgerWorker[] {new LedgerWorker(database, batch), new LedgerWorker(database, batch)};
        var begun = System.nanoTime();
        var first = threads.submit(() -> workers[0].work(send, DAY, deliveries / WORKERS));
        var second = threads.submit(() -> workers[1].work(send, DAY, deliveries / WORKERS));
        var done = first.get() + second.get();
        var seconds = (System.nanoTime() - begun) / 1e9;
        for (var worker : workers) {
            worker.stop();
        }
        threads.shutdown();
        return done / seconds;
    }

    /** The baseline: a claim and a result a mail, each a statement that commits. */
    public double oneByOne(long send, int deliveries) throws SQLException {
        execute("select spell_out_batches(array(select id from delivery_batch where send_id = " + send + "))");
        var begun = System.nanoTime();
        try (var connection = new LedgerConnection(database)) {
            for (var i = 0; i < deliveries; i++) {
                var id = connection
                        .query("""
                                update delivery set state = 'LEASED' where created_on = ? and id = (
                                    select id from delivery where created_on = ? and send_id = ? and state = 'PLANNED'
                                      and next_attempt_at is not null
                                    order by next_attempt_at limit 1 for update skip locked) returning id""", row -> row.getLong(1), DAY, DAY, send)
                        .get(0);
                connection.query("""
                        update delivery set state = 'SENT', next_attempt_at = null where created_on = ? and id = ?
                        returning id""", row -> row.getLong(1), DAY, id);
            }
        }
        return deliveries / ((System.nanoTime() - begun) / 1e9);
    }

    public long sent(long send) throws SQLException {
        return number("select count(*) from delivery where state = 'SENT' and send_id = " + send);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
