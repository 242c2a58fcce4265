package dev.paperround.sending.report;

import dev.paperround.database.Sql;

/**
 * Counts of a send's deliveries by the API's state, and the number of mails per second that the relay currently takes.
 */
record SendCounts(
        long pending, long retrying, long sent, long rejected, long skipped, long unknown, double mailsPerSecond) {
    static final SendCounts NONE = new SendCounts(0, 0, 0, 0, 0, 0, 0);

    // An instance that has written nothing for ten seconds sends nothing. Otherwise the rate counts the mails of the
    // last five to ten seconds.
    private static final String SUMS = """
            select coalesce(sum(pending), 0), coalesce(sum(retrying), 0), coalesce(sum(sent), 0),
                   coalesce(sum(rejected), 0), coalesce(sum(skipped), 0), coalesce(sum(unknown), 0),
                   coalesce(sum(case when at > now() - interval '10 seconds'
                                     then (sent - sent_b) / greatest(extract(epoch from now() - at_b), 0.5) end), 0)
            from send_count where send_id = ?""";

    static SendCounts of(Sql sql, long send) {
        return sql.one(
                SUMS,
                row -> new SendCounts(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getDouble(7)),
                send);
    }

    long planned() {
        return pending + retrying + sent + rejected + unknown;
    }
}
