package dev.paperround;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Many who ask at once, and how long each waits. */
final class Visitors {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Visitors() {}

    interface Question {
        void ask(int number) throws Exception;
    }

    /** Asks the program for a page or an answer of the API, which must be given. */
    static Question of(Program program, java.util.function.IntFunction<String> path) {
        return number -> {
            var address = program.address() + path.apply(number);
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(address + ": " + answer.statusCode());
            }
        };
    }

    /** @return milliseconds, the shortest first */
    static double[] times(int atOnce, int questions, Question question) throws Exception {
        var visitors = Executors.newFixedThreadPool(atOnce);
        try {
            var work = new ArrayList<Callable<Double>>();
            for (var i = 0; i < questions; i++) {
                var number = i;
                work.add(() -> {
                    var begun = System.nanoTime();
                    question.ask(number);
                    return (System.nanoTime() - begun) / 1e6;
                });
            }
            var times = new double[questions];
            var done = visitors.invokeAll(work);
            for (var i = 0; i < questions; i++) {
                times[i] = done.get(i).get();
            }
            Arrays.sort(times);
            return times;
        } finally {
            visitors.shutdown();
        }
    }
}
