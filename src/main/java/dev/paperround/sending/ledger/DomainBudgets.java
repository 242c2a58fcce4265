package dev.paperround.sending.ledger;

import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.DeliverySettings.BudgetSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Limits how many mails per second the large mailbox providers get from all instances together. A delivery is assigned
 * to a group by its recipient's domain when it is planned.
 */
@Singleton
public class DomainBudgets {
    // The group of all recipients whose domain has no rate.
    public static final String NONE = "";

    private static final String OTHER = "other";
    private static final Map<String, List<String>> KNOWN = Map.of(
            "gmail", List.of("gmail.com", "googlemail.com"),
            "outlook", List.of("outlook.com", "hotmail.com", "live.com", "msn.com", "hotmail.co.uk", "hotmail.fr"),
            "yahoo", List.of("yahoo.com", "ymail.com", "rocketmail.com", "aol.com", "yahoo.co.uk", "yahoo.co.jp"));

    private static final String MAKE = "insert into domain_budget (name) select unnest(?) on conflict do nothing";

    // Frees deliveries that were planned for a group that no longer has a rate.
    private static final String FREE = """
            update delivery set budget = ''
            where next_attempt_at is not null and state in ('PLANNED', 'RETRY') and budget <> '' and budget <> all(?)
              and send_id in (select id from send where finished_at is null)""";

    // Unused budget accumulates to at most one second's worth.
    private static final String TAKE = """
            update domain_budget b set tokens = now.tokens - least(floor(now.tokens), ?), at = now()
            from (select least(greatest(?, 1), tokens + ? * greatest(extract(epoch from now() - at), 0)) tokens
                  from domain_budget where name = ? for update) now
            where b.name = ? returning cast(least(floor(now.tokens), ?) as integer)""";

    private static final String GIVE_BACK = "update domain_budget set tokens = tokens + ? where name = ?";

    private final Map<String, Double> rates = new TreeMap<>();
    private final Map<String, String> byDomain = new HashMap<>();

    @Inject
    public DomainBudgets(DeliverySettings settings) {
        settings.budgets().forEach(this::add);
    }

    private void add(String name, BudgetSettings settings) {
        rates.put(name, settings.rate());
        settings.domains()
                .orElseGet(() -> KNOWN.getOrDefault(name, List.of()))
                .forEach(domain -> byDomain.put(domain.strip().toLowerCase(Locale.ROOT), name));
    }

    public String of(String address) {
        var group = byDomain.get(address.substring(address.lastIndexOf('@') + 1));
        return group != null ? group : rates.containsKey(OTHER) ? OTHER : NONE;
    }

    public Set<String> names() {
        return rates.keySet();
    }

    public void adopt(LedgerConnection connection) {
        var names = rates.keySet().toArray(String[]::new);
        DeliveryBatches.spellOutBudgetsBut(connection, names);
        connection.execute(MAKE, (Object) names);
        connection.execute(FREE, (Object) names);
    }

    public int take(LedgerConnection connection, String name, int wanted) {
        var rate = rates.get(name);
        return connection.one(TAKE, row -> row.getInt(1), wanted, rate, rate, name, name, wanted);
    }

    public void giveBack(LedgerConnection connection, String name, int unused) {
        connection.execute(GIVE_BACK, unused, name);
    }
}
