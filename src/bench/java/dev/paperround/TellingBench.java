package dev.paperround;

import dev.paperround.subscriber.UnsubscribeTokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Whether status, body or time of an answer tell whose address or link it was: each state as often, in any order. */
final class TellingBench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 600);
    private static final int WARM = 150;

    /** All, or those whose name begins so. */
    private static final String DOOR = System.getProperty("bench.door", "");

    private static final int REUSED = 50;
    private static final String SECRET = "the secret of a house that tells nothing";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random order = new Random(20261121);
    private final UnsubscribeTokens tokens = new UnsubscribeTokens(SECRET);
    private final String address;

    private TellingBench(String address) {
        this.address = address;
    }

    static void run() throws Exception {
        var directory = Files.createTempDirectory("telling-bench");
        var settings = Map.of(
                "PAPERROUND_SECRET", SECRET,
                "PAPERROUND_ADMIN_TOKEN", "telling-bench",
                "PAPERROUND_SIGN_UPS_ALL_PER_HOUR", "10000000",
                "PAPERROUND_SIGN_UPS_DOMAIN_PER_HOUR", "10000000");
        try (var program = Program.ready(directory, settings)) {
            new TellingBench(program.address()).measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        populate();
        var byState = new LinkedHashMap<String, IntFunction<String>>();
        byState.put("new", i -> "new" + i + "@telling.example");
        byState.put("pending", i -> "pending" + i % REUSED + "@telling.example");
        byState.put("active", i -> "active" + i % REUSED + "@telling.example");
        byState.put("suppressed", i -> "suppressed" + i % REUSED + "@telling.example");
        byState.put("erased", i -> "erased" + i + "@telling.example");
        compare("sign-up, API", requests(byState, this::signUp));
        compare("sign-up, page", requests(byState, email -> form("/", "query=robots&email=" + encoded("p" + email))));
        compare("fresh link, API", requests(byState, this::link));
        compare("fresh link, page", requests(byState, email -> form("/preferences", "email=" + encoded(email))));
        // As they were imported: an identity of its own for each.
        var byLink = new LinkedHashMap<String, IntFunction<HttpRequest>>();
        byLink.put("active", i -> unsubscribe(REUSED * 2 + 1 + i));
        byLink.put("unsubscribed", i -> unsubscribe(1 + i % REUSED));
        byLink.put("suppressed", i -> unsubscribe(REUSED + 1 + i % REUSED));
        byLink.put("erased", i -> unsubscribe(REUSED * 2 + WARM + ROUNDS + 1 + i));
        compare("unsubscribe", byLink);
    }

    /** In the order of their identities: those reused, the suppressed, those that are still to unsubscribe, the erased. */
    private void populate() throws IOException, InterruptedException {
        take("active", REUSED);
        take("suppressed", REUSED);
        take("reader", ROUNDS + WARM);
        take("erased", ROUNDS + WARM);
        for (var i = 0; i < REUSED; i++) {
            admin("POST", "/api/admin/suppressions", "application/json", email("suppressed" + i));
            answer(signUp("pending" + i + "@telling.example"));
        }
        for (var i = 0; i < ROUNDS + WARM; i++) {
            admin("DELETE", "/api/admin/subscribers/erased" + i + "@telling.example", "application/json", "");
        }
    }

    private void take(String name, int people) throws IOException, InterruptedException {
        var list = new StringBuilder("email,queries,frequency,time_zone,send_at\n");
        for (var i = 0; i < people; i++) {
            list.append(name).append(i).append("@telling.example,robots,,,\n");
        }
        admin("POST", "/api/admin/subscribers/import", "text/csv", list.toString());
    }

    private static Map<String, IntFunction<HttpRequest>> requests(
            Map<String, IntFunction<String>> emails, Function<String, HttpRequest> door) {
        var requests = new LinkedHashMap<String, IntFunction<HttpRequest>>();
        emails.forEach((state, email) -> requests.put(state, i -> door.apply(email.apply(i))));
        return requests;
    }

    private void compare(String door, Map<String, IntFunction<HttpRequest>> requests)
            throws IOException, InterruptedException {
        if (!door.startsWith(DOOR)) {
            return;
        }
        var times = new LinkedHashMap<String, double[]>();
        requests.keySet().forEach(state -> times.put(state, new double[ROUNDS]));
        var answers = new TreeSet<String>();
        var states = new ArrayList<>(requests.keySet());
        for (var round = -WARM; round < ROUNDS; round++) {
            Collections.shuffle(states, order);
            for (var state : states) {
                var request = requests.get(state).apply(round + WARM);
                var begun = System.nanoTime();
                answers.add(answer(request));
                if (round >= 0) {
                    times.get(state)[round] = (System.nanoTime() - begun) / 1e6;
                }
            }
        }
        print(door, times, answers.size());
    }

    private static void print(String door, Map<String, double[]> times, int answers) {
        System.out.printf("%n%s: %s%n", door, answers == 1 ? "one answer for all" : answers + " DIFFERENT ANSWERS");
        System.out.printf("%-14s %12s %12s %24s%n", "state", "median ms", "p90 ms", "p against all others");
        times.forEach((state, taken) -> System.out.printf(
                Locale.ROOT,
                "%-14s %12.3f %12.3f %24.4f%n",
                state,
                quantile(taken, 0.5),
                quantile(taken, 0.9),
                MannWhitney.p(taken, others(times, state))));
    }

    private static double[] others(Map<String, double[]> times, String state) {
        return times.entrySet().stream()
                .filter(it -> !it.getKey().equals(state))
                .flatMapToDouble(it -> Arrays.stream(it.getValue()))
                .toArray();
    }

    private static double quantile(double[] values, double part) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * part)];
    }

    private HttpRequest signUp(String email) {
        return json("/api/subscriptions", "{\"email\":\"" + email + "\",\"filters\":[{\"query\":\"robots\"}]}");
    }

    private HttpRequest link(String email) {
        return json("/api/subscription/link", "{\"email\":\"" + email + "\"}");
    }

    private HttpRequest unsubscribe(long subscriber) {
        return form("/unsubscribe/" + tokens.of(subscriber), "List-Unsubscribe=One-Click");
    }

    private static String email(String name) {
        return "{\"email\":\"" + name + "@telling.example\"}";
    }

    private HttpRequest json(String path, String body) {
        return request(path, "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest form(String path, String body) {
        return request(path, "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private void admin(String method, String path, String type, String body) throws IOException, InterruptedException {
        var request = request(path, type)
                .header("Authorization", "Bearer telling-bench")
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", type);
    }

    /** All that can be seen of it but the time and the date. */
    private String answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("content-length");
        // A page names its own address, which who asks knows.
        return answer.statusCode() + " " + headers + " "
                + answer.body().replace(request.uri().getPath(), "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
