package dev.paperround.mail.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** SHA-256, the one hash that DKIM still has (RFC 8301). */
final class BodyHash {
    private BodyHash() {}

    static byte[] of(byte[] text) {
        return of(List.of(text));
    }

    /** Of the pieces one after the other, without putting them together. */
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
