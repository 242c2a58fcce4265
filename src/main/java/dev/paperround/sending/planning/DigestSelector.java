package dev.paperround.sending.planning;

import dev.paperround.database.Sql;
import dev.paperround.digest.PaperWindow;
import dev.paperround.digest.Selection;
import dev.paperround.subscriber.Member;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DigestSelector {
    // An instance that takes its turn and then goes silent must not keep the others from planning.
    private static final String TAKE_TURN = """
            select set_config('idle_in_transaction_session_timeout', '60s', true)
            union all select cast(pg_advisory_xact_lock(hashtext('planning')) as text)""";

    @Inject
    Sql sql;

    @Inject
    AlreadySent received;

    // Lets one page through at a time, over all sends and instances, until the transaction ends. That way, a
    // subscriber's received papers are read and the new ones written before another plan looks. Locking each subscriber
    // would also work, but costs a write each, blocks people who want to unsubscribe, and can deadlock with an import.
    void takeTurn() {
        sql.execute(TAKE_TURN);
    }

    // Maps subscriber ids to compositions, without the subscribers whose filters cannot be applied.
    public Map<Long, Selection> compose(PaperWindow window, Collection<Member> members, boolean again) {
        var composer = window.composer();
        var compositions = new HashMap<Long, Selection>();
        members.forEach(it -> compose(it, compositions, () -> composer.compose(it.queries(), it.maxPapers())));
        if (again) {
            return compositions;
        }
        var matching = members.stream()
                .filter(it -> compositions.containsKey(it.id())
                        && compositions.get(it.id()).matched() > 0)
                .toList();
        var had = matching.isEmpty() ? Map.<Long, Set<Long>>of() : received.of(matching, window);
        matching.stream()
                .filter(it -> had.containsKey(it.id()))
                .forEach(it -> compose(
                        it, compositions, () -> composer.compose(it.queries(), had.get(it.id()), it.maxPapers())));
        return compositions;
    }

    // Filters that break the matcher must not cost anyone else their digest.
    private static void compose(Member member, Map<Long, Selection> compositions, Supplier<Selection> composed) {
        try {
            compositions.put(member.id(), composed.get());
        } catch (RuntimeException e) {
            compositions.remove(member.id());
            Log.errorf(e, "The filters of subscriber %d cannot be applied; the others' digests go on.", member.id());
        }
    }
}
