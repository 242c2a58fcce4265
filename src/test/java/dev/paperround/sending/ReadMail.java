package dev.paperround.sending;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/** A mail as a mail program reads it. */
public record ReadMail(Message message, String text, String html) {
    public static ReadMail of(byte[] bytes) throws IOException {
        var message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes));
        var parts = ((Multipart) message.getBody()).getBodyParts();
        return new ReadMail(message, text((TextBody) parts.get(0).getBody()), text((TextBody)
                parts.get(1).getBody()));
    }

    private static String text(TextBody body) throws IOException {
        return new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
