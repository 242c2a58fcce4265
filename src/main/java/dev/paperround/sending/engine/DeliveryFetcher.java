package dev.paperround.sending.engine;

import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.sending.ledger.LedgerConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Claims the next deliveries: a share for each open send, limited by the budget of each group of domains. */
final class DeliveryFetcher {
    private static final int BATCH = 250;
    private static final long ASK_BUDGETS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Ledger ledger;
    private final DomainBudgets budgets;
    private final MailRenderers writers;
    private final DeliveryQueue queue;
    private long asked = System.nanoTime() - ASK_BUDGETS;
    private int turn;

    DeliveryFetcher(Ledger ledger, DomainBudgets budgets, MailRenderers writers, DeliveryQueue queue) {
        this.ledger = ledger;
        this.budgets = budgets;
        this.writers = writers;
        this.queue = queue;
    }

    int round(LedgerConnection connection, List<Ledger.Open> sends, int ahead) throws SQLException {
        var claimed = 0;
        for (var send : sends) {
            var room = room(sends, ahead);
            if (room >= Math.min(BATCH, ahead / 2) / sends.size() && room > 0) {
                claimed += taken(ledger.claim(connection, send, DomainBudgets.NONE, room));
            }
        }
        return claimed + withinBudgets(connection, sends, ahead);
    }

    // Claiming is only worthwhile once no more than this many deliveries are held.
    static int heldAtMost(int ahead) {
        return ahead - Math.min(BATCH, ahead / 2);
    }

    // Each open send keeps its share of the queue, however large the others are.
    private int room(List<Ledger.Open> sends, int ahead) {
        return Math.min(BATCH, (ahead - queue.held()) / sends.size());
    }

    private int withinBudgets(LedgerConnection connection, List<Ledger.Open> sends, int ahead) throws SQLException {
        if (budgets.names().isEmpty() || System.nanoTime() - asked < ASK_BUDGETS) {
            return 0;
        }
        asked = System.nanoTime();
        turn++;
        var claimed = 0;
        for (var i = 0; i < sends.size(); i++) {
            // The order rotates, because the first send may use up a whole budget.
            var send = sends.get((i + turn) % sends.size());
            for (var budget : budgets.names()) {
                claimed += claim(connection, send, budget, room(sends, ahead));
            }
        }
        return claimed;
    }

    private int claim(LedgerConnection connection, Ledger.Open send, String budget, int room) throws SQLException {
        var granted = room > 0 ? budgets.take(connection, budget, room) : 0;
        if (granted == 0) {
            return 0;
        }
        var deliveries = ledger.claim(connection, send, budget, granted);
        if (deliveries.size() < granted) {
            budgets.giveBack(connection, budget, granted - deliveries.size());
        }
        return taken(deliveries);
    }

    private int taken(List<LeasedDelivery> deliveries) {
        queue.claimed(deliveries);
        writers.write(deliveries, queue);
        return deliveries.size();
    }
}
