package dev.paperround.subscriber.lists;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.SuppressionReason;
import dev.paperround.subscriber.suppression.Suppressions;
import dev.paperround.subscriber.token.Purpose;
import dev.paperround.subscriber.token.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Subscriber lists and tokens, read with no database behind them. */
public final class ListTarget {
    private static final SubscriberImport LIST = new SubscriberImport();
    private static final Tokens TOKENS = new Tokens(List.of("a secret of the house"), Clock.systemUTC());

    static {
        LIST.batches = new ImportBatch() {
            @Override
            Map<String, Written> write(Collection<ImportLine> lines, List<String> columns) {
                var written = new HashMap<String, Written>();
                lines.forEach(line -> written.put(line.email().key(), new Written(written.size(), true)));
                return written;
            }
        };
        LIST.suppressions = new Suppressions() {
            @Override
            public Map<String, SuppressionReason> among(Collection<EmailAddress> emails) {
                return new HashMap<>();
            }
        };
    }

    private ListTarget() {}

    public static void csv(String text) {
        try {
            LIST.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String goodToken() {
        return TOKENS.sign(Purpose.MANAGE, 1234, 5, null);
    }

    public static void token(String text) {
        TOKENS.read(Purpose.MANAGE, text);
        TOKENS.readShort(Purpose.BOUNCE, text);
    }
}
