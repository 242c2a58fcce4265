package dev.paperround.mail;

import dev.paperround.subscriber.token.Tokens;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

@Singleton
public class MessageIds {
    private static final Pattern OURS = Pattern.compile("<([0-9a-z]{1,12})\\.([A-Za-z0-9_-]{12})@[^<>\\s]+>");

    @Inject
    Tokens tokens;

    public Optional<Long> find(String text) {
        return OURS.matcher(text)
                .results()
                .map(id -> {
                    var delivery = Long.parseLong(id.group(1), Character.MAX_RADIX);
                    return tokens.isKeyed("message " + delivery, id.group(2))
                            ? Optional.of(delivery)
                            : Optional.<Long>empty();
                })
                .flatMap(Optional::stream)
                .findFirst();
    }
}
