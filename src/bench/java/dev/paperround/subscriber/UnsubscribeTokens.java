package dev.paperround.subscriber;

import dev.paperround.subscriber.token.Purpose;
import dev.paperround.subscriber.token.Tokens;
import java.time.Clock;
import java.util.List;

/** Links as a program with that secret gives them out. */
public final class UnsubscribeTokens {
    private final Tokens tokens;

    public UnsubscribeTokens(String secret) {
        tokens = new Tokens(List.of(secret), Clock.systemUTC());
    }

    public String of(long subscriber) {
        return tokens.sign(Purpose.UNSUBSCRIBE, subscriber, 0, null);
    }
}
