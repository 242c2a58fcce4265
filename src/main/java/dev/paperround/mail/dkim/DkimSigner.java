package dev.paperround.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Signs mails in the name of a domain (RFC 6376), with every key there is: not all receivers know Ed25519, so that it stands
 * beside RSA (RFC 8463 section 3). Without keys it signs nothing. For any number of threads.
 *
 * <p>The body is taken as it is ({@code simple}): it is quoted-printable that nobody rewrites, and its hash runs over pieces
 * that many mails share. There is no {@code t=}, so that a mail is the same bytes whenever it is made; its date is signed.
 */
public final class DkimSigner {
    /** What readers see, and what mail programs act on; RFC 8058 section 4 wants both of unsubscribing. */
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
     * A header for each key, to stand above the others.
     *
     * @param headers {@code Name: value}, folded or not
     * @param body in whole lines, the last of them not empty
     */
    public List<String> sign(List<String> headers, List<byte[]> body) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var names = new ArrayList<String>();
        var signed = new StringBuilder(2_000);
        for (var name : SIGNED) {
            var found = named(name, headers);
            // Once more than it is there: with a second one, which some programs would show, the signature breaks.
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
