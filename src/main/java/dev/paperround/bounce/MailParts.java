package dev.paperround.bounce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Takes a mail apart, with everything attached to it. What is too deep or too much is left out. */
final class MailParts {
    private static final int DEEPEST = 20;
    private static final int MOST = 200;
    private static final int LONGEST_BODY = 256 * 1024;

    private final List<MailPart> parts = new ArrayList<>();
    private final Deque<Entity> open = new ArrayDeque<>();

    private record Entity(int nesting, List<Fields.Field> fields) {}

    private MailParts() {}

    /** The first is the mail itself. */
    static List<MailPart> of(byte[] mail) {
        var stream = new MimeTokenStream(MimeConfig.PERMISSIVE, DecodeMonitor.SILENT, null);
        stream.parse(new ByteArrayInputStream(mail));
        var reading = new MailParts();
        try {
            reading.read(stream);
        } catch (MimeException | IOException brokenOff) {
            // What came before the fault is as good as ever: reports are often cut short.
            reading.end();
        }
        return reading.parts;
    }

    private void read(MimeTokenStream stream) throws MimeException, IOException {
        while (parts.size() < MOST && open.size() < DEEPEST) {
            switch (stream.getState()) {
                case T_START_MESSAGE -> open.push(new Entity(open.isEmpty() ? 0 : nesting() + 1, new ArrayList<>()));
                case T_START_BODYPART -> open.push(new Entity(nesting(), new ArrayList<>()));
                case T_FIELD -> {
                    var field = stream.getField();
                    var value = field.getBody() == null ? "" : field.getBody();
                    open.peek()
                            .fields
                            .add(new Fields.Field(field.getName().strip().toLowerCase(Locale.ROOT), value.strip()));
                }
                case T_START_MULTIPART -> add(stream.getBodyDescriptor().getMimeType(), "");
                case T_BODY -> add(stream.getBodyDescriptor().getMimeType(), text(stream.getDecodedInputStream()));
                case T_END_MESSAGE, T_END_BODYPART -> open.pop();
                case T_END_OF_STREAM -> {
                    return;
                }
                default -> {}
            }
            stream.next();
        }
    }

    private int nesting() {
        return open.element().nesting;
    }

    private void add(String type, String body) {
        var entity = open.element();
        parts.add(new MailPart(entity.nesting, type.toLowerCase(Locale.ROOT), new Fields(entity.fields), body));
    }

    private void end() {
        if (!open.isEmpty() && parts.stream().noneMatch(it -> it.headers().all() == open.element().fields)) {
            add("text/plain", "");
        }
    }

    /** Lines end with LF. Most are ASCII; what is not is UTF-8, or some 8-bit text of which only the ASCII matters here. */
    private static String text(InputStream body) throws IOException {
        return decoded(body.readNBytes(LONGEST_BODY)).replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
