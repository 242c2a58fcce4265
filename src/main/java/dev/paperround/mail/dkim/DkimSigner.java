package dev.paperround.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Signs mails for a domain (RFC 6376) with every key, because not all receivers know Ed25519 (RFC 8463 section 3). It
 * is hand-written so that the body hash can run over pieces that many mails share.
 *
 * <p>The body canonicalization is {@code simple} because no relay rewrites quoted-printable text. There is no
 * {@code t=} tag, so that a mail is always the same bytes; its date is signed instead.
 */
public final class DkimSigner {
    // Readers see these headers or mail programs act on them. RFC 8058 section 4 requires both unsubscribe headers.
    private static final List<String> SIGNED = List.of(
            "From",
            "Reply-To",
            "To",
            "Cc",
            "Subject",
            "Date",
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-Help");

    private final String domain;
    private final List<DkimKey> keys;

    public DkimSigner(String domain, List<DkimKey> keys) {
        this.domain = domain;
        this.keys = List.copyOf(keys);
    }

    public String domain() {
        return domain;
    }

    public List<DkimKey> keys() {
        return keys;
    }

    /**
     * Returns one header per key, to be placed above the others.
     *
     * @param headers {@code Name: value}, folded or not
     * @param body whole lines, of which the last is not empty
     */
    public List<String> sign(List<String> headers, List<byte[]> body) {
        return sign(headers, body, SIGNED);
    }

    /** Leaves the Cc header out, for mails that get an empty one which a relay may drop. */
    public List<String> signWithoutCc(List<String> headers, List<byte[]> body) {
        return sign(
                headers, body, SIGNED.stream().filter(it -> !it.equals("Cc")).toList());
    }

    private List<String> sign(List<String> headers, List<byte[]> body, List<String> toSign) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var names = new ArrayList<String>();
        var signed = new StringBuilder(2_000);
        for (var name : toSign) {
            var found = named(name, headers);
            // Listing each name once more than it occurs makes the signature break if a second header is added.
            names.addAll(Collections.nCopies(found.size() + 1, name));
            for (var i = found.size() - 1; i >= 0; i--) {
                RelaxedHeader.append(found.get(i), signed);
                signed.append("\r\n");
            }
        }
        var bodyHash = DkimKey.base64(BodyHash.of(body));
        var h = HeaderFolding.list("h=", names);
        return keys.stream()
                .map(key -> signature(key, bodyHash, h, signed.toString()))
                .toList();
    }

    private static List<String> named(String name, List<String> headers) {
        return headers.stream()
                .filter(it -> it.startsWith(":", name.length()) && it.regionMatches(true, 0, name, 0, name.length()))
                .toList();
    }

    private String signature(DkimKey key, String bodyHash, String h, String signed) {
        var field = "DKIM-Signature: v=1; a=" + key.type() + "-sha256; c=relaxed/simple;\r\n d=" + domain + ";\r\n s="
                + key.selector() + ";\r\n bh=" + bodyHash + ";\r\n " + h + ";\r\n b=";
        var text = new StringBuilder(signed.length() + field.length()).append(signed);
        RelaxedHeader.append(field, text);
        return field
                + HeaderFolding.text(DkimKey.base64(key.sign(text.toString().getBytes(StandardCharsets.UTF_8))));
    }
}
