package dev.paperround.subscriber.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Tokens TOKENS = tokens("a secret");

    @Property
    void aTokenSaysWhatWasSigned(
            @ForAll Purpose purpose,
            @ForAll @LongRange(min = 0) long subscriber,
            @ForAll @IntRange(min = 0) int version) {
        var token = TOKENS.sign(purpose, subscriber, version, null);

        assertThat(token).matches("[A-Za-z0-9._-]+");
        assertThat(TOKENS.read(purpose, token)).contains(new Tokens.Reference(subscriber, version, false));
        for (var other : Purpose.values()) {
            assertThat(TOKENS.read(other, token).isPresent()).isEqualTo(other == purpose);
        }
    }

    @Property
    void aTokenWithAnotherCharacterIsRefused(
            @ForAll @IntRange(min = 0, max = 100) int place, @ForAll("characters") char character) {
        var token = TOKENS.sign(Purpose.MANAGE, 1234, 5, NOW);
        var at = place % token.length();
        var tampered = token.substring(0, at) + character + token.substring(at + 1);

        assertThat(TOKENS.read(Purpose.MANAGE, tampered).isPresent()).isEqualTo(tampered.equals(token));
        assertThat(TOKENS.read(Purpose.MANAGE, token.substring(0, at))).isEmpty();
        assertThat(TOKENS.read(Purpose.MANAGE, token + character)).isEmpty();
    }

    @Property
    void anyOtherTextIsRefused(@ForAll String text) {
        assertThat(TOKENS.read(Purpose.CONFIRM, text)).isEmpty();
        assertThat(TOKENS.read(Purpose.CONFIRM, "v1.c." + text)).isEmpty();
    }

    @Example
    void aTokenExpiresWithItsSecond() {
        assertThat(expired(NOW.plusSeconds(1))).isFalse();
        assertThat(expired(NOW)).isTrue();
        assertThat(expired(NOW.minusSeconds(1))).isTrue();
    }

    @Property
    void aShortTokenFitsALocalPartAndSurvivesCapitals(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000_000L) long delivery,
            @ForAll @IntRange(min = 0, max = 60_000_000) int day) {
        var token = TOKENS.signShort(Purpose.BOUNCE, delivery, day);

        assertThat("b+" + token).hasSizeLessThanOrEqualTo(64).matches("b\\+[0-9a-z-]+");
        var reference = new Tokens.Reference(delivery, day, false);
        assertThat(TOKENS.readShort(Purpose.BOUNCE, token.toUpperCase(Locale.ROOT)))
                .contains(reference);
        assertThat(tokens("newer", "a secret").readShort(Purpose.BOUNCE, token)).contains(reference);
        assertThat(tokens("newer").readShort(Purpose.BOUNCE, token)).isEmpty();
        assertThat(TOKENS.readShort(Purpose.DIGEST, token)).isEmpty();
    }

    @Property
    void aShortTokenWithAnotherCharacterIsRefused(
            @ForAll @IntRange(min = 0, max = 100) int place, @ForAll("characters") char character) {
        var token = TOKENS.signShort(Purpose.BOUNCE, 1234, 20_000);
        var at = place % token.length();
        var tampered = token.substring(0, at) + character + token.substring(at + 1);

        assertThat(TOKENS.readShort(Purpose.BOUNCE, tampered).isPresent()).isEqualTo(tampered.equalsIgnoreCase(token));
        assertThat(TOKENS.readShort(Purpose.BOUNCE, token.substring(0, at))).isEmpty();
        assertThat(TOKENS.readShort(Purpose.BOUNCE, token + character)).isEmpty();
    }

    @Example
    void anOlderSecretStillVerifiesAndAForeignOneDoesNot() {
        var token = TOKENS.sign(Purpose.MANAGE, 7, 0, null);

        assertThat(tokens("newer", "a secret").read(Purpose.MANAGE, token)).isPresent();
        assertThat(tokens("newer").read(Purpose.MANAGE, token)).isEmpty();
        assertThat(TOKENS.read(Purpose.MANAGE, tokens("newer", "a secret").sign(Purpose.MANAGE, 7, 0, null)))
                .isEmpty();
        assertThat(tokens("newer", "a secret").isKeyed("text", TOKENS.keyed("text")))
                .isTrue();
        assertThat(tokens("newer").isKeyed("text", TOKENS.keyed("text"))).isFalse();
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.oneOf(
                Arbitraries.chars().with("ABYZabyz0189._-"), Arbitraries.chars().ascii());
    }

    private static boolean expired(Instant expiry) {
        var token = TOKENS.sign(Purpose.CONFIRM, 1, 0, expiry);
        return TOKENS.read(Purpose.CONFIRM, token).orElseThrow().expired();
    }

    private static Tokens tokens(String... secrets) {
        return new Tokens(List.of(secrets), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
