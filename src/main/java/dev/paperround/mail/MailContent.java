package dev.paperround.mail;

import com.hubspot.smtp.messages.ByteBufMessageContent;
import com.hubspot.smtp.messages.MessageContentEncoding;
import dev.paperround.digest.rendering.QuotedPrintableText;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.OptionalInt;

/**
 * Writes a mail in pieces and copies them only once, into the buffer for the socket. It needs no dot stuffing (RFC 5321
 * section 4.5.2): looking for such lines took half of the event loop's time for a mail.
 */
public final class MailContent extends ByteBufMessageContent {
    private final Mail mail;

    private record Mail(QuotedPrintableText message, int length) {}

    public MailContent(QuotedPrintableText message) {
        super(Unpooled.EMPTY_BUFFER, MessageContentEncoding.SEVEN_BIT);
        this.mail = new Mail(message, message.length());
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.of(mail.length());
    }

    @Override
    public Object getDotStuffedContent() {
        return mail;
    }

    // Sits on every connection between the socket, or its TLS layer, and the SMTP protocol.
    public static final class Writer extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext context, Object written, ChannelPromise promise) {
            context.write(written instanceof Mail mail ? copied(mail, context.alloc()) : written, promise);
        }

        private static ByteBuf copied(Mail mail, ByteBufAllocator allocator) {
            var buffer = allocator.directBuffer(mail.length());
            mail.message().pieces().forEach(buffer::writeBytes);
            return buffer;
        }
    }
}
