package dev.paperround.mail.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Computes SHA-256, the only hash that DKIM still allows (RFC 8301). */
final class BodyHash {
    private BodyHash() {}

    static byte[] of(byte[] text) {
        return of(List.of(text));
    }

    static byte[] of(List<byte[]> pieces) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            pieces.forEach(hash::update);
            return hash.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
