package dev.paperround.admin.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Represents a token as its owner holds it: an id for looking it up, followed by 256 random bits. */
record TokenSecret(long id, String random) {
    private static final int RADIX = Character.MAX_RADIX;
    private static final Pattern FORM = Pattern.compile("pr_([0-9a-z]{1,12})_([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret make(long id) {
        return new TokenSecret(id, randomText());
    }

    static String randomText() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Optional<TokenSecret> read(String given) {
        var match = FORM.matcher(given);
        return match.matches()
                ? Optional.of(new TokenSecret(Long.parseLong(match.group(1), RADIX), match.group(2)))
                : Optional.empty();
    }

    byte[] hash() {
        return hash(toString());
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    @Override
    public String toString() {
        return "pr_" + Long.toString(id, RADIX) + "_" + random;
    }
}
