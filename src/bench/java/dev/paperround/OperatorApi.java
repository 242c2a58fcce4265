package dev.paperround;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Speaks the admin API of a running program. */
final class OperatorApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    OperatorApi(String address, String token) {
        this.address = address;
        this.token = token;
    }

    void ingest(String day, String json) throws IOException, InterruptedException {
        post("/api/admin/ingest?day=" + day, "application/json", json);
    }

    void subscribe(String csv) throws IOException, InterruptedException {
        post("/api/admin/subscribers/import", "text/csv", csv);
    }

    /** The id of a send to everybody, of papers that were received before, too. */
    long send(String day) throws IOException, InterruptedException {
        return post("/api/admin/sends", "application/json", """
                {"day":"%s","audience":{"all":true},"force":true}""".formatted(day))
                .get("id")
                .asLong();
    }

    /** {@code action}: pause, resume or cancel. */
    void change(long send, String action) throws IOException, InterruptedException {
        post("/api/admin/sends/" + send + "/" + action, "application/json", "");
    }

    /** Of a restored database, in which the mails of after the backup are missing. */
    void acceptRestored() throws IOException, InterruptedException {
        var held = answer(request("/q/health/ready").GET().build()).toString();
        if (!held.contains("restored from a backup")) {
            throw new IOException("A restored database was not held: " + held);
        }
        post("/api/admin/fence/accept", "application/json", "");
    }

    JsonNode progress(long send) throws IOException, InterruptedException {
        return answer(request("/api/admin/sends/" + send).GET().build());
    }

    /** The mail that somebody would get, as it would be sent. */
    byte[] mail(String email, String day) throws IOException, InterruptedException {
        var path = "/api/admin/preview?email=%s&day=%s".formatted(email, day);
        var request = request(path).header("Accept", "message/rfc822").GET().build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private JsonNode post(String path, String type, String body) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
