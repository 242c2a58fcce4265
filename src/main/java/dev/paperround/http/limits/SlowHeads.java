package dev.paperround.http.limits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperround.http.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the time for sending a request head, because the server's idle timeout restarts with every byte. The timer is
 * installed at the listening socket, as the server offers no hook for its connections.
 */
@ApplicationScoped
class SlowHeads {
    private static final String HANDLER = "heads";

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "paperround.request-head-time", defaultValue = "15s")
    Duration longest;

    void watch(@ObservesAsync HttpServerStart started) throws JsonProcessingException {
        watchDoors();
    }

    void watch(@ObservesAsync HttpsServerStart started) throws JsonProcessingException {
        watchDoors();
    }

    void look(@Observes Filters filters) {
        filters.register(this::look, Integer.MAX_VALUE);
    }

    private void look(RoutingContext context) {
        var timer = timer(context);
        if (timer != null) {
            if (context.request().version() == HttpVersion.HTTP_2) {
                timer.multiplexed();
            }
            timer.arrived();
            context.addEndHandler(done -> timer.answered());
        }
        context.next();
    }

    private static HeadTimer timer(RoutingContext context) {
        return context.request().connection() instanceof ConnectionBase connection
                ? connection.channel().attr(HeadTimer.KEY).get()
                : null;
    }

    private void watchDoors() throws JsonProcessingException {
        var entrance = new Entrance(longest, answer(), meters.counter("paperround.requests.late", "part", "head"));
        for (var loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            loop.execute(() -> ((SingleThreadEventLoop) loop)
                    .registeredChannelsIterator()
                    .forEachRemaining(channel -> {
                        if (channel instanceof ServerChannel
                                && channel.pipeline().get(HANDLER) == null) {
                            channel.pipeline().addFirst(HANDLER, entrance);
                        }
                    }));
        }
    }

    private byte[] answer() throws JsonProcessingException {
        var body = json.writeValueAsBytes(
                Problem.of(408, "The head of the request did not arrive within " + longest.toSeconds() + " seconds."));
        var head = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Type: " + Problem.MEDIA_TYPE
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        return (head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    // Adds the timer before the server installs its own handlers.
    @Sharable
    private static final class Entrance extends ChannelInboundHandlerAdapter {
        private final Duration longest;
        private final byte[] answer;
        private final Counter late;

        Entrance(Duration longest, byte[] answer, Counter late) {
            this.longest = longest;
            this.answer = answer;
            this.late = late;
        }

        @Override
        public void channelRead(ChannelHandlerContext listening, Object accepted) {
            if (accepted instanceof Channel connection) {
                var timer = new HeadTimer(longest, answer, late::increment);
                connection.attr(HeadTimer.KEY).set(timer);
                connection.pipeline().addFirst(timer);
            }
            listening.fireChannelRead(accepted);
        }
    }
}
