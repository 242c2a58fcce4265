package dev.paperround.sending.engine;

import dev.paperround.database.UncheckedSqlException;
import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.sending.ledger.LedgerConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Leases the next deliveries, a share for each open send and limited by the budget of each group of domains, and gives
 * back those that are not to leave.
 */
@Singleton
class DeliveryFetcher {
    private static final int BATCH = 250;
    private static final long ASK_BUDGETS = TimeUnit.MILLISECONDS.toNanos(50);

    final Ledger ledger;
    private final DomainBudgets budgets;
    final MailRenderers renderers;
    private final DeliveryQueue queue;
    private boolean budgetsAdopted;
    private long asked = System.nanoTime() - ASK_BUDGETS;
    private int turn;

    @Inject
    DeliveryFetcher(Ledger ledger, DomainBudgets budgets, MailRenderers renderers, DeliveryQueue queue) {
        this.ledger = ledger;
        this.budgets = budgets;
        this.renderers = renderers;
        this.queue = queue;
    }

    void adoptBudgets(LedgerConnection connection) {
        if (!budgetsAdopted) {
            budgets.adopt(connection);
            budgetsAdopted = true;
        }
    }

    void giveBack(LedgerConnection connection) {
        var unwanted = queue.unwanted();
        if (!unwanted.isEmpty()) {
            try {
                ledger.release(connection, unwanted);
            } catch (UncheckedSqlException e) {
                queue.stillUnwanted(unwanted);
                throw e;
            }
            queue.gone(unwanted);
        }
    }

    int round(LedgerConnection connection, List<Ledger.Open> sends, int ahead) {
        var leased = 0;
        for (var send : sends) {
            var room = room(sends, ahead);
            if (room >= Math.min(BATCH, ahead / 2) / sends.size() && room > 0) {
                leased += taken(ledger.claim(connection, send, DomainBudgets.NONE, room));
            }
        }
        return leased + withinBudgets(connection, sends, ahead);
    }

    // Leasing is only worthwhile once no more than this many deliveries are held.
    static int heldAtMost(int ahead) {
        return ahead - Math.min(BATCH, ahead / 2);
    }

    // Each open send keeps its share of the queue, however large the others are.
    private int room(List<Ledger.Open> sends, int ahead) {
        return Math.min(BATCH, (ahead - queue.held()) / sends.size());
    }

    private int withinBudgets(LedgerConnection connection, List<Ledger.Open> sends, int ahead) {
        if (budgets.names().isEmpty() || System.nanoTime() - asked < ASK_BUDGETS) {
            return 0;
        }
        asked = System.nanoTime();
        turn++;
        var leased = 0;
        for (var i = 0; i < sends.size(); i++) {
            // The order rotates, because the first send may use up a whole budget.
            var send = sends.get((i + turn) % sends.size());
            for (var budget : budgets.names()) {
                leased += lease(connection, send, budget, room(sends, ahead));
            }
        }
        return leased;
    }

    private int lease(LedgerConnection connection, Ledger.Open send, String budget, int room) {
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
        queue.leased(deliveries);
        renderers.write(deliveries, queue);
        return deliveries.size();
    }
}
