package dev.paperround.bounce.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Splits a mail and everything attached to it into parts, up to limits on depth and size. */
final class MailParts {
    private static final int DEEPEST = 20;
    private static final int MOST = 200;
    private static final int LONGEST_VALUE = 8000;
    private static final int LONGEST_BODY = 256 * 1024;

    private final List<MailPart> parts = new ArrayList<>();
    private final Deque<Entity> open = new ArrayDeque<>();

    private Preamble preamble;

    private record Preamble(int partsBefore, String text) {}

    private record Entity(int nesting, List<HeaderFields.Field> fields) {}

    private MailParts() {}

    // The first part is the mail itself.
    static List<MailPart> of(byte[] mail) {
        var stream = new MimeTokenStream(MimeConfig.PERMISSIVE, DecodeMonitor.SILENT, null);
        stream.parse(new ByteArrayInputStream(mail));
        var reading = new MailParts();
        try {
            reading.read(stream);
        } catch (MimeException | IOException brokenOff) {
            // Reports are often cut short; the parts before the fault are still good.
            reading.addUnlessThere("text/plain");
        }
        return reading.parts;
    }

    private void read(MimeTokenStream stream) throws MimeException, IOException {
        while (parts.size() < MOST && open.size() < DEEPEST) {
            switch (stream.getState()) {
                case T_START_MESSAGE -> {
                    addUnlessThere("message/rfc822");
                    open.push(new Entity(open.isEmpty() ? 0 : nesting() + 1, new ArrayList<>()));
                }
                case T_START_BODYPART -> open.push(new Entity(nesting(), new ArrayList<>()));
                case T_FIELD -> {
                    var field = stream.getField();
                    var value = field.getBody() == null ? "" : field.getBody();
                    value = value.substring(0, Math.min(value.length(), LONGEST_VALUE));
                    open.peek()
                            .fields
                            .add(new HeaderFields.Field(
                                    field.getName().strip().toLowerCase(Locale.ROOT), value.strip()));
                }
                case T_START_MULTIPART -> add(stream.getBodyDescriptor().getMimeType(), "");
                case T_PREAMBLE -> preamble = new Preamble(parts.size(), text(stream.getInputStream(), "UTF-8"));
                case T_END_MULTIPART -> addUnparted();
                case T_BODY -> {
                    var described = stream.getBodyDescriptor();
                    add(described.getMimeType(), text(stream.getDecodedInputStream(), described.getCharset()));
                }
                case T_END_MESSAGE, T_END_BODYPART -> open.pop();
                case T_END_OF_STREAM -> {
                    return;
                }
                default -> {}
            }
            stream.next();
        }
    }

    // If the boundary was changed in transit, all parts are read as one text.
    private void addUnparted() {
        if (preamble != null && preamble.partsBefore() == parts.size()) {
            add("text/plain", preamble.text());
        }
    }

    private int nesting() {
        return open.element().nesting;
    }

    private void add(String type, String body) {
        var entity = open.element();
        parts.add(new MailPart(entity.nesting, type.toLowerCase(Locale.ROOT), new HeaderFields(entity.fields), body));
    }

    private void addUnlessThere(String type) {
        if (!open.isEmpty() && parts.stream().noneMatch(it -> it.headers().all() == open.element().fields)) {
            add(type, "");
        }
    }

    private static String text(InputStream body, String charset) throws IOException {
        return decoded(body.readNBytes(LONGEST_BODY), charset)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    // Many systems declare no charset or the wrong one; text that is valid UTF-8 is almost always UTF-8.
    private static String decoded(byte[] bytes, String charset) {
        return strictly(bytes, hasJapaneseEscapes(bytes) ? "ISO-2022-JP" : "UTF-8")
                .or(() -> strictly(bytes, charset))
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static boolean hasJapaneseEscapes(byte[] bytes) {
        for (var i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> strictly(byte[] bytes, String charset) {
        try {
            return Optional.of(Charset.forName(charset)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException | IllegalArgumentException otherCharset) {
            return Optional.empty();
        }
    }
}
