package dev.paperround.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Checks signatures by the letter of RFC 6376 and RFC 8463; the libraries there are do not know Ed25519. */
public final class DkimVerifier {
    private static final Pattern FIELD = Pattern.compile("(?s)([^:\r\n]+):(.*?)\r\n(?![ \t])");
    /** What X.509 puts before the 32 bytes of an Ed25519 key. */
    private static final String X509 = "302a300506032b6570032100";

    private record Field(String name, String value) {
        String relaxed() {
            return name.strip().toLowerCase() + ":"
                    + value.replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
        }
    }

    private DkimVerifier() {}

    /** The selectors of those signatures that hold. */
    public static List<String> valid(String message, UnaryOperator<String> records) {
        var end = message.indexOf("\r\n\r\n") + 2;
        var fields = FIELD.matcher(message.substring(0, end))
                .results()
                .map(it -> new Field(it.group(1), it.group(2)))
                .toList();
        var valid = new ArrayList<String>();
        for (var field : fields) {
            if (field.name().equalsIgnoreCase("DKIM-Signature")) {
                var tags = tags(field.value());
                if (holds(field, tags, fields, message.substring(end + 2), tags(records.apply(tags.get("s"))))) {
                    valid.add(tags.get("s"));
                }
            }
        }
        return valid;
    }

    private static boolean holds(
            Field signature, Map<String, String> tags, List<Field> fields, String body, Map<String, String> record) {
        if (!tags.get("v").equals("1") || !tags.get("c").equals("relaxed/simple") || tags.containsKey("l")) {
            throw new AssertionError("not what this verifier knows: " + tags);
        }
        try {
            var bodyHash = sha256(body.replaceAll("(\r\n)*$", "") + "\r\n");
            if (!tags.get("bh").equals(Base64.getEncoder().encodeToString(bodyHash))) {
                return false;
            }
            var left = new ArrayList<>(fields);
            var signed = new StringBuilder();
            for (var name : tags.get("h").split(":")) {
                for (var i = left.size() - 1; i >= 0; i--) {
                    if (left.get(i).name().equalsIgnoreCase(name)) {
                        signed.append(left.remove(i).relaxed()).append("\r\n");
                        break;
                    }
                }
            }
            var without = signature.value().replaceFirst("(?s)([; \t\r\n]b=)[^;]*", "$1");
            signed.append(new Field(signature.name(), without).relaxed());
            return verified(tags, record, signed.toString());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean verified(Map<String, String> tags, Map<String, String> record, String signed)
            throws GeneralSecurityException {
        var rsa = tags.get("a").equals("rsa-sha256");
        var signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
        signature.initVerify(publicKey(record, rsa));
        signature.update(rsa ? signed.getBytes(StandardCharsets.UTF_8) : sha256(signed));
        return signature.verify(Base64.getDecoder().decode(tags.get("b")));
    }

    private static PublicKey publicKey(Map<String, String> record, boolean rsa) throws GeneralSecurityException {
        var hex = HexFormat.of();
        var key = hex.formatHex(Base64.getDecoder().decode(record.get("p")));
        return KeyFactory.getInstance(rsa ? "RSA" : "Ed25519")
                .generatePublic(new X509EncodedKeySpec(hex.parseHex(rsa ? key : X509 + key)));
    }

    private static Map<String, String> tags(String list) {
        var tags = new HashMap<String, String>();
        Arrays.stream(list.replaceAll("[ \t\r\n]", "").split(";"))
                .forEach(tag -> tags.put(tag.substring(0, tag.indexOf('=')), tag.substring(tag.indexOf('=') + 1)));
        return tags;
    }

    private static byte[] sha256(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
