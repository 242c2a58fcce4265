package dev.paperround.http.limits;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Limits the time for a request head, from the opening of the connection or the first byte after a finished request. It
 * runs on the connection's event loop before TLS and sees only bytes, so SlowHeads reports the requests to it.
 */
final class HeadTimer extends ChannelInboundHandlerAdapter {
    static final AttributeKey<HeadTimer> KEY = AttributeKey.valueOf(HeadTimer.class, "head");

    private final Duration longest;
    private final byte[] answer;
    private final Runnable late;
    private ChannelHandlerContext context;
    private Future<?> timer;
    private boolean anyByte;
    private boolean multiplexed;
    private int begun;
    private int answering;

    HeadTimer(Duration longest, byte[] answer, Runnable late) {
        this.longest = longest;
        this.answer = answer;
        this.late = late;
    }

    @Override
    public void channelActive(ChannelHandlerContext opened) {
        context = opened;
        start();
        opened.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext opened, Object bytes) {
        anyByte = true;
        var before = begun;
        opened.fireChannelRead(bytes);
        if (answering == 0 && before == begun && !multiplexed) {
            start();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        stop();
        closed.fireChannelInactive();
    }

    void arrived() {
        begun++;
        answering++;
        stop();
    }

    // Only the first head is timed on HTTP/2, because later frames do not map to request heads.
    void multiplexed() {
        multiplexed = true;
    }

    void answered() {
        context.executor().execute(() -> answering--);
    }

    private void start() {
        if (timer == null && context.channel().isActive()) {
            timer = context.executor().schedule(this::refuse, longest.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void refuse() {
        if (anyByte) {
            late.run();
        }
        var http = context.pipeline().context(HttpRequestDecoder.class);
        if (anyByte && http != null) {
            http.writeAndFlush(Unpooled.wrappedBuffer(answer)).addListener(ChannelFutureListener.CLOSE);
        } else {
            context.close();
        }
    }
}
