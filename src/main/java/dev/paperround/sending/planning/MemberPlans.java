package dev.paperround.sending.planning;

import dev.paperround.digest.PaperWindows;
import dev.paperround.digest.Selection;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.subscriber.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Plans the papers of members, in the caller's transaction. */
@ApplicationScoped
class MemberPlans {
    @Inject
    DigestSelector selector;

    @Inject
    PaperWindows windows;

    @Inject
    DomainBudgets budgets;

    // Comes first in the transaction of a page.
    void takeTurn() {
        selector.takeTurn();
    }

    // Leaves out members whose filters cannot be applied.
    Map<Long, Selection> compose(LocalDate day, List<Member> members, boolean again) {
        return selector.compose(windows.upTo(day), members, again);
    }

    Plan plan(Member member, Selection composition) {
        return composition == null
                ? Plan.skipped(member, NoMailReason.UNREADABLE)
                : Plan.of(member, budgets.of(member.emailKey()), composition);
    }
}
