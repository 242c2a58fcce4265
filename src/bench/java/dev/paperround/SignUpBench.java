package dev.paperround;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A rush of sign-ups by API: how many are answered, and for how many the relay has the confirmation. */
final class SignUpBench {
    private static final int PEOPLE = Integer.getInteger("bench.people", 1_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int AT_ONCE = 8;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    private final AtomicInteger signedUp = new AtomicInteger();
    private final AtomicInteger mailed = new AtomicInteger();
    private final String address;

    private SignUpBench(String address) {
        this.address = address;
    }

    static void run() throws Exception {
        var directory = Files.createTempDirectory("sign-up-bench");
        try (var sink = new CountingSink(0);
                var program = Program.ready(directory, settings(sink.port()))) {
            var bench = new SignUpBench(program.address());
            sink.watch(step -> {
                if (step == CountingSink.Step.AFTER_REPLY) {
                    bench.mailed.incrementAndGet();
                }
            });
            for (var warm = 0; warm < 2; warm++) {
                bench.answered(bench::live);
                bench.confirmed();
            }
            new Rounds(ROUNDS, "a second, " + PEOPLE + " people, " + AT_ONCE + " at once")
                    .with("/q/health/live answered", () -> bench.answered(bench::live))
                    .with("sign-up answered", bench::signUps)
                    .with("sign-up to confirmation at the relay", bench::confirmed)
                    .run();
            bench.people.shutdown();
        }
    }

    private static Map<String, String> settings(int port) {
        return Map.of(
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", Integer.toString(port),
                "PAPERROUND_SIGN_UPS_ALL_PER_HOUR", "10000000",
                "PAPERROUND_SIGN_UPS_DOMAIN_PER_HOUR", "10000000");
    }

    /** The confirmations are waited for, so that they are not in the next figure. */
    private double signUps() throws Exception {
        var rate = answered(this::signUp);
        awaitMails();
        return rate;
    }

    private double confirmed() throws Exception {
        var begun = System.nanoTime();
        answered(this::signUp);
        awaitMails();
        return PEOPLE / ((System.nanoTime() - begun) / 1e9);
    }

    private void awaitMails() throws InterruptedException {
        while (mailed.get() < signedUp.get()) {
            Thread.sleep(5);
        }
    }

    private double answered(Callable<Integer> request) throws Exception {
        var work = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < PEOPLE; i++) {
            work.add(request);
        }
        var begun = System.nanoTime();
        for (var answer : people.invokeAll(work)) {
            if (answer.get() >= 300) {
                throw new IllegalStateException("An answer was " + answer.get());
            }
        }
        return PEOPLE / ((System.nanoTime() - begun) / 1e9);
    }

    private int live() throws IOException, InterruptedException {
        return status(HttpRequest.newBuilder(URI.create(address + "/q/health/live")));
    }

    private int signUp() throws IOException, InterruptedException {
        var json = "{\"email\":\"reader%d@bench.example\",\"filters\":[{\"query\":\"robots\"}]}"
                .formatted(signedUp.incrementAndGet());
        return status(HttpRequest.newBuilder(URI.create(address + "/api/subscriptions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
