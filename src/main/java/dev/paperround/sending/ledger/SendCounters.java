package dev.paperround.sending.ledger;

/** SQL fragment that keeps {@code send_count} in step with the deliveries that the rest of the statement moves. */
public final class SendCounters {
    // Requires moved(send_id, was, is); the only parameter is the shard.
    public static final String COUNTED = """
            counted as (
                insert into send_count as c (send_id, shard, pending, retrying, sent, rejected, skipped, unknown)
                select send_id, ?,
                       sum((is_now in ('PLANNED', 'LEASED'))::int - (was in ('PLANNED', 'LEASED'))::int),
                       sum((is_now = 'RETRY')::int - (was = 'RETRY')::int),
                       sum((is_now = 'SENT')::int - (was = 'SENT')::int),
                       sum((is_now = 'REJECTED')::int - (was = 'REJECTED')::int),
                       sum((is_now = 'SKIPPED')::int - (was = 'SKIPPED')::int),
                       sum((is_now = 'UNKNOWN')::int - (was = 'UNKNOWN')::int)
                from moved group by send_id
                on conflict (send_id, shard) do update set
                    pending = c.pending + excluded.pending, retrying = c.retrying + excluded.retrying,
                    sent = c.sent + excluded.sent, rejected = c.rejected + excluded.rejected,
                    skipped = c.skipped + excluded.skipped, unknown = c.unknown + excluded.unknown,
                    at = now(),
                    sent_b = case when now() > c.at + interval '10 seconds' then c.sent
                                  when now() > c.at_a + interval '5 seconds' then c.sent_a else c.sent_b end,
                    at_b = case when now() > c.at + interval '10 seconds' then now()
                                when now() > c.at_a + interval '5 seconds' then c.at_a else c.at_b end,
                    sent_a = case when now() > c.at_a + interval '5 seconds' then c.sent else c.sent_a end,
                    at_a = case when now() > c.at_a + interval '5 seconds' then now() else c.at_a end)""";

    private SendCounters() {}
}
