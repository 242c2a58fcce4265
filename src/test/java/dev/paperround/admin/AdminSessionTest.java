package dev.paperround.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AdminSessionTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-18T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void behindHttpsTheCookieNeverTravelsInTheClear() {
        assertThat(session("token", "https://papers.example.org").begin().isSecure())
                .isTrue();
        assertThat(session("token", "http://localhost:8080").begin().isSecure()).isFalse();
    }

    @Test
    void aNewTokenEndsEverySession() {
        var cookie = session("old token", "http://localhost:8080").begin().getValue();

        assertThat(session("old token", "http://localhost:8080").holds(cookie)).isTrue();
        assertThat(session("new token", "http://localhost:8080").holds(cookie)).isFalse();
    }

    private static AdminSession session(String token, String baseUrl) {
        return new AdminSession(new AdminToken(token), NOON, baseUrl);
    }
}
