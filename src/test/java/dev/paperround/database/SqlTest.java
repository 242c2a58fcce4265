package dev.paperround.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SqlTest {
    @Inject
    Sql sql;

    @Test
    void aStatementTakesPartInTheCallersTransaction() {
        QuarkusTransaction.begin();
        sql.execute("insert into popular_query (query, subscribers) values ('rolled back', 2)");
        assertThat(rolledBack()).isOne();
        QuarkusTransaction.rollback();
        assertThat(rolledBack()).isZero();
    }

    private int rolledBack() {
        return sql.one("select count(*) from popular_query where query = 'rolled back'", row -> row.getInt(1));
    }

    @Test
    void aFailedTransactionLeavesNothingAndTheConnectionStaysUsable() {
        withNumbers(numbers -> {
            assertThatThrownBy(() -> numbers.inTransaction(open -> {
                        open.execute("insert into number values (1)");
                        throw new IllegalArgumentException("changed its mind");
                    }))
                    .hasMessage("changed its mind");
            assertThat(all(numbers)).isEmpty();
            numbers.inTransaction(open -> open.execute("insert into number values (2)"));
            assertThat(all(numbers)).containsExactly(2);
        });
    }

    @Test
    void aBatchWritesEveryItem() {
        withNumbers(numbers -> {
            numbers.batch("insert into number values (?)", List.of(3, 4), it -> new Object[] {it});
            numbers.batch("insert into number values (?)", List.<Integer>of(), it -> new Object[] {it});
            assertThat(all(numbers)).containsExactly(3, 4);
        });
    }

    private void withNumbers(Consumer<Sql> test) {
        sql.onOneConnection(open -> {
            open.execute("create temporary table number (value integer)");
            try {
                test.accept(open);
            } finally {
                open.execute("drop table number");
            }
            return null;
        });
    }

    private static List<Integer> all(Sql numbers) {
        return numbers.query("select value from number order by 1", row -> row.getInt(1));
    }

    @Test
    void noRowAndANullAreBothEmpty() {
        assertThat(sql.find("select 1 where false", row -> row.getInt(1))).isEmpty();
        assertThat(sql.find("select cast(null as text)", row -> row.getString(1)))
                .isEmpty();
    }

    @Test
    void momentsAndArraysComeBackAsTheyWent() {
        var now = Instant.parse("2026-11-28T23:59:59.123456Z");
        Instant then = sql.one("select ? as at", row -> Sql.instant(row, "at"), now);
        Instant never = sql.one("select cast(null as timestamptz) as at", row -> Sql.instant(row, "at"));
        List<Long> ids =
                sql.one("select ? as ids", row -> Sql.list(row, "ids", Long[].class), (Object) new Long[] {7L, 8L});
        assertThat(then).isEqualTo(now);
        assertThat(never).isNull();
        assertThat(ids).containsExactly(7L, 8L);
    }

    @Test
    void aFailureSaysOfWhichKindItIs() {
        assertThatThrownBy(() -> sql.execute("select 1 / 0"))
                .isInstanceOfSatisfying(UncheckedSqlException.class, e -> assertThat(e.errorClass())
                        .isEqualTo("22"));
    }
}
