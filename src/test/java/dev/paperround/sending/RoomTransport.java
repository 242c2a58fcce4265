package dev.paperround.sending;

import dev.paperround.i18n.Message;
import dev.paperround.subscriber.Recipient;
import dev.paperround.transport.Attempt;
import dev.paperround.transport.DigestFormat;
import dev.paperround.transport.DueDigest;
import dev.paperround.transport.OutgoingMessage;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.Transport;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportResult.Phase;
import dev.paperround.transport.TransportResult.Verdict;
import dev.paperround.transport.TransportSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A second kind of transport: posts digests for addresses in one domain to a room, as a chat would. */
final class RoomTransport implements Transport, DigestFormat {
    private final String domain;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final List<String> posts = new ArrayList<>();
    private final Queue<TransportResult> answers = new ArrayDeque<>();

    record Post(byte[] bytes) implements OutgoingMessage {}

    RoomTransport(String domain) {
        this.domain = domain;
    }

    /** Answers the next posts in this order; each later one is accepted. */
    synchronized void answer(TransportResult... results) {
        answers.addAll(List.of(results));
    }

    synchronized List<String> posts() {
        return List.copyOf(posts);
    }

    void stop() {
        thread.shutdownNow();
    }

    private synchronized TransportResult post(Post post) {
        posts.add(new String(post.bytes(), StandardCharsets.UTF_8));
        return answers.isEmpty()
                ? new TransportResult(Verdict.ACCEPTED, Phase.MESSAGE, 200, "200 posted")
                : answers.remove();
    }

    @Override
    public boolean fits(Recipient recipient) {
        return recipient.email().endsWith("@" + domain);
    }

    @Override
    public Written write(DueDigest digest, Recipient recipient) {
        var text = "%d papers for %s".formatted(digest.chosen().papers().size(), recipient.email());
        return new Written(
                new Post(text.getBytes(StandardCharsets.UTF_8)),
                digest.chosen().papers().size());
    }

    @Override
    public OutgoingMessage repeat(byte[] written, DueDigest digest, Recipient recipient) {
        return new Post(("again: " + new String(written, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Class<? extends OutgoingMessage> carries() {
        return Post.class;
    }

    @Override
    public ScheduledExecutorService thread() {
        return thread;
    }

    @Override
    public CompletableFuture<TransportSession> open() {
        return CompletableFuture.completedFuture(new Session());
    }

    @Override
    public int sessionsAllowed() {
        return 1;
    }

    @Override
    public boolean isProbing() {
        return false;
    }

    @Override
    public Optional<Message> trouble() {
        return Optional.empty();
    }

    @Override
    public void probeNow() {}

    @Override
    public RateLimiter rate() {
        return RateLimiter.UNLIMITED;
    }

    private final class Session implements TransportSession {
        @Override
        public boolean isUsable() {
            return true;
        }

        @Override
        public boolean idleFor(Duration time) {
            return false;
        }

        @Override
        public CompletableFuture<TransportResult> send(Attempt attempt, CompletableFuture<Boolean> mayLeave) {
            return mayLeave.thenApply(may -> may
                    ? post((Post) attempt.message())
                    : new TransportResult(Verdict.WITHHELD, Phase.BEFORE_MESSAGE, null, null));
        }

        @Override
        public void close() {}
    }
}
