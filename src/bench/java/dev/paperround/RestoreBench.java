package dev.paperround;

import java.nio.file.Files;
import org.apache.commons.io.FileUtils;

/** {@code pg_dump} in the middle of a send, which goes on and is killed; {@code pg_restore} into an empty database. */
final class RestoreBench {
    private RestoreBench() {}

    static void run() throws Exception {
        var directory = Files.createTempDirectory("restore");
        try (var postgres = DebianPostgres.started(directory.resolve("postgres"), directory.resolve("postgres.log"));
                var trial = new Trial(directory, url(postgres, "postgres"))) {
            var dump = directory.resolve("paper-round.dump").toString();
            var send = trial.send();
            trial.awaitTaken(0, Trial.SUBSCRIBERS / 4);
            DebianPostgres.run("pg_dump", "-Fc", "-d", postgres.name("postgres"), "-f", dump);
            var dumped = trial.taken();
            trial.awaitTaken(dumped, Trial.SUBSCRIBERS / 4);
            trial.kill();
            System.out.printf("dumped by %d mails, killed after %d%n", dumped, trial.taken());

            postgres.execute("create database restored");
            DebianPostgres.run("pg_restore", "--no-owner", "--exit-on-error", "-d", postgres.name("restored"), dump);
            trial.start(url(postgres, "restored"));
            trial.operator().acceptRestored();
            trial.awaitDone(send);
            trial.check("a restore", send, () -> postgres.connect("restored"));
            var next = trial.send();
            trial.awaitDone(next);
            trial.check("the next send", next, () -> postgres.connect("restored"));
        } finally {
            FileUtils.deleteDirectory(directory.toFile());
        }
    }

    private static String url(DebianPostgres postgres, String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + database;
    }
}
