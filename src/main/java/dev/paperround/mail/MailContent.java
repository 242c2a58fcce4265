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
 * A mail of ours: no line of it begins with a dot, and its last one is ended, so that nothing is to be stuffed (RFC 5321,
 * 4.5.2). Looking for such lines again took half of the time the event loop had for a mail. It stays in pieces until it
 * leaves; then {@link Writer} copies them once, to where the socket takes them from.
 */
public final class MailContent extends ByteBufMessageContent {
    private final Mail mail;

    /** What the connection is given to write. */
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

    /** On every connection, between the socket, or its TLS, and what speaks SMTP. */
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
