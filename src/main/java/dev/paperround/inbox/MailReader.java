package dev.paperround.inbox;

import dev.paperround.inbox.KeptMail.HeaderField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** Parses mails for display. It tolerates malformed input, because a mailbox shows everything it receives. */
final class MailReader {
    private MailReader() {}

    static MailSummary summary(String id, byte[] mail) throws IOException {
        Header header = builder().parseHeader(new ByteArrayInputStream(mail));
        return new MailSummary(
                id,
                field(header, "From", "Return-Path"),
                field(header, "To", "Delivered-To"),
                subject(header),
                receivedAt(id));
    }

    static KeptMail mail(String id, byte[] bytes) throws IOException {
        Entity message = builder().parseMessage(new ByteArrayInputStream(bytes));
        MailSummary summary = summary(id, bytes);
        List<HeaderField> headers = message.getHeader().getFields().stream()
                .map(field -> new HeaderField(field.getName(), decoded(field)))
                .toList();
        return new KeptMail(
                id,
                summary.from(),
                summary.to(),
                summary.subject(),
                summary.receivedAt(),
                headers,
                part(message, "text/plain").orElse(null),
                part(message, "text/html").orElse(null));
    }

    private static DefaultMessageBuilder builder() {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        builder.setDecodeMonitor(DecodeMonitor.SILENT);
        return builder;
    }

    private static Optional<String> part(Entity entity, String type) throws IOException {
        if (entity.getBody() instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) {
                Optional<String> found = part(part, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        boolean isAttached = "attachment".equalsIgnoreCase(entity.getDispositionType());
        if (!isAttached && entity.getBody() instanceof TextBody body && type.equalsIgnoreCase(entity.getMimeType())) {
            StringWriter text = new StringWriter();
            try (Reader reader = body.getReader()) {
                reader.transferTo(text);
            }
            return Optional.of(text.toString());
        }
        return Optional.empty();
    }

    private static String subject(Header header) {
        String subject = field(header, "Subject", "Subject");
        return subject.isBlank() ? "(no subject)" : subject;
    }

    private static String field(Header header, String name, String otherName) {
        Field field = header.getField(name) == null ? header.getField(otherName) : header.getField(name);
        return field == null ? "" : decoded(field);
    }

    private static String decoded(Field field) {
        return DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT)
                .strip();
    }

    private static Instant receivedAt(String id) {
        return Instant.EPOCH.plus(Long.parseLong(id.substring(0, id.indexOf('-'))), ChronoUnit.MICROS);
    }
}
