package dev.paperround.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;

/** A digest as the two parts of a mail; {@code papers}: how many of it there was room for. */
public record DigestMail(String subject, String html, String text, int papers) {
    /** Gmail hides what comes after about 102 KB, and with it the way to unsubscribe. */
    private static final int MOST_BYTES = 90_000;

    @CheckedTemplate(basePath = "DigestMail")
    static class Templates {
        static native TemplateInstance digest(Digest digest);

        static native TemplateInstance text(Digest digest);
    }

    public static DigestMail of(Digest digest) {
        var fitting = digest;
        var html = Templates.digest(fitting).render();
        while (encodedLength(html) > MOST_BYTES && fitting.papers().size() > 1) {
            fitting = fitting.shortened(fitting.papers().size() * 9 / 10);
            html = Templates.digest(fitting).render();
        }
        return new DigestMail(
                digest.subject(),
                html,
                Templates.text(fitting).render(),
                fitting.papers().size());
    }

    /**
     * At most what quoted-printable makes of it: three bytes for each one that is not plain ASCII or ends a line, two for a
     * line's end, and a soft break of three after every 73 to 75.
     */
    private static long encodedLength(String html) {
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        var length = 0L;
        for (var i = 0; i < bytes.length; i++) {
            var b = bytes[i];
            length += b == '\n' ? 2 : b < ' ' || b == '=' || b == ' ' && endsLine(bytes, i) ? 3 : 1;
        }
        return length * 76 / 73;
    }

    private static boolean endsLine(byte[] bytes, int i) {
        return i + 1 == bytes.length || bytes[i + 1] == '\n';
    }
}
