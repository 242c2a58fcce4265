package dev.paperround.transport.smtp;

import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.Envelope;
import dev.paperround.transport.OutgoingMessage;

public record OutgoingMail(Envelope envelope, QuotedPrintableText text) implements OutgoingMessage {
    @Override
    public byte[] bytes() {
        return text.bytes();
    }
}
