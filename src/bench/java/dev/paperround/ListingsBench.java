package dev.paperround;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/** Lists and look-ups of an operator over a large ledger: the packaged program, with a send a day over eight months. */
final class ListingsBench {
    private static final int DELIVERIES = Integer.getInteger("bench.deliveries", 5_000_000);
    private static final int DAYS = 250;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private ListingsBench() {}

    static void run() throws Exception {
        var directory = Files.createTempDirectory("listings-bench");
        try (var program = Program.ready(directory, Map.of("PAPERROUND_ADMIN_TOKEN", "bench-token"))) {
            var ledger = new PlanningDatabase(directory.resolve("data"));
            fill(ledger);
            var id = ledger.number("select max(id) / 2 from delivery");
            var unknown = ledger.number("select id from delivery where state = 'UNKNOWN' order by id limit 1");
            var send = ledger.number("select max(id) from send");
            new Rounds(ROUNDS, "ms, %,d deliveries".formatted(DELIVERIES))
                    .with("the newest 100", () -> get(program, "deliveries"))
                    .with("of a person", () -> get(program, "deliveries?email=p77@bench.example"))
                    .with("of the newest send", () -> get(program, "deliveries?send=" + send))
                    .with("of the oldest send", () -> get(program, "deliveries?send=1"))
                    .with("unknown", () -> get(program, "deliveries?state=unknown"))
                    .with("retrying, of which there is none", () -> get(program, "deliveries?state=retrying"))
                    .with("one by its id", () -> settle(program, id))
                    .with("history of a person", () -> get(program, "subscribers/p77@bench.example/history"))
                    .run();
            System.out.printf("settled, by its id: %.1f ms%n", settle(program, unknown));
            System.out.printf("erased: %.1f ms%n", ask(program, "subscribers/p78@bench.example", "DELETE", ""));
        } finally {
            FileUtils.deleteDirectory(directory.toFile());
        }
    }

    private static void fill(PlanningDatabase ledger) throws SQLException {
        var people = DELIVERIES / DAYS;
        ledger.people(people, List.of("robots"));
        ledger.execute(
                "select ensure_delivery_partition(current_date - n) from generate_series(0, %d) n".formatted(DAYS));
        ledger.execute("""
                insert into send (kind, day, state, created_on, started_at, finished_at)
                select 'SCHEDULED', current_date - n, 'DONE', current_date - n, now() - n * interval '1 day', now()
                from generate_series(%d, 0, -1) n""".formatted(DAYS - 1));
        ledger.execute("""
                insert into delivery (created_on, send_id, subscriber_id, state, paper_ids, considered, attempts, smtp_code,
                                      smtp_reply, planned_at, updated_at)
                select n.created_on, n.id, s.id, case s.id % 1000 when 7 then 'UNKNOWN' when 8 then 'REJECTED' else 'SENT' end,
                       '{1,2,3,4,5}', 100, 1, 250, '250 2.0.0 Ok: queued', n.started_at, n.started_at
                from send n, subscriber s order by n.id, s.id""");
        ledger.execute("""
                insert into send_count (send_id, shard, sent, unknown, rejected)
                select send_id, 'bench', count(*) filter (where state = 'SENT'), count(*) filter (where state = 'UNKNOWN'),
                       count(*) filter (where state = 'REJECTED')
                from delivery group by send_id""");
        ledger.execute("vacuum analyze");
    }

    private static double get(Program program, String path) throws IOException, InterruptedException {
        return ask(program, path, "GET", "");
    }

    /** Most are not unknown: the answer says so. */
    private static double settle(Program program, long id) throws IOException, InterruptedException {
        return ask(program, "deliveries/" + id + "/settle", "POST", "{\"as\":\"sent\"}");
    }

    private static double ask(Program program, String path, String method, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(program.address() + "/api/admin/" + path))
                .header("Authorization", "Bearer bench-token")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var begun = System.nanoTime();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() >= 500) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
