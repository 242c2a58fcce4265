package dev.paperround.sending.engine;

import dev.paperround.sending.ledger.LeasedDelivery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Holds mails that wait for a connection. Sends take turns, so that a small one does not wait behind a large one. */
public final class RenderedMails {
    private final Map<Long, Deque<RenderedMail>> bySend = new LinkedHashMap<>();
    private int size;

    public synchronized void add(RenderedMail mail) {
        bySend.computeIfAbsent(mail.delivery().send(), send -> new ArrayDeque<>())
                .add(mail);
        size++;
    }

    // Returns null if nothing is waiting.
    synchronized RenderedMail next() {
        var turns = bySend.entrySet().iterator();
        if (!turns.hasNext()) {
            return null;
        }
        var turn = turns.next();
        turns.remove();
        var mail = turn.getValue().remove();
        size--;
        if (!turn.getValue().isEmpty()) {
            bySend.put(turn.getKey(), turn.getValue());
        }
        return mail;
    }

    synchronized int size() {
        return size;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    synchronized List<LeasedDelivery> takeOut(Predicate<LeasedDelivery> which) {
        var out = new ArrayList<LeasedDelivery>();
        for (var mails : bySend.values()) {
            mails.removeIf(mail -> which.test(mail.delivery()) && out.add(mail.delivery()));
        }
        bySend.values().removeIf(Deque::isEmpty);
        size -= out.size();
        return out;
    }
}
