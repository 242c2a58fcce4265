package dev.paperround;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Good inputs, each changed in a few places; some are nothing but noise. */
final class Mutations {
    private static final int MOST_CHANGES = 8;

    private final RandomGenerator random;
    private final List<String> good;
    private final List<String> words;
    private final int longest;

    Mutations(long seed, List<String> good, List<String> words, int longest) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.good = good;
        this.words = words;
        this.longest = longest;
    }

    String next() {
        var text = new StringBuilder(random.nextInt(16) == 0 ? "" : any(good));
        for (var changes = random.nextInt(MOST_CHANGES) + 1; changes > 0; changes--) {
            change(text);
        }
        return text.substring(0, Math.min(text.length(), longest));
    }

    private void change(StringBuilder text) {
        var at = random.nextInt(text.length() + 1);
        var end = Math.min(text.length(), at + random.nextInt(random.nextInt(4) == 0 ? 200 : 8));
        switch (random.nextInt(8)) {
            case 0 -> text.delete(at, end);
            case 1, 2 -> text.insert(at, any(words));
            case 3 -> text.replace(at, end, any(words));
            case 4 -> text.insert(at, text.substring(at, end).repeat(random.nextInt(20)));
            case 5 -> text.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
            case 6 -> text.insert(at, any(words).repeat(random.nextInt(60)));
            default -> {
                var other = any(good);
                text.replace(at, text.length(), other.substring(random.nextInt(other.length())));
            }
        }
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
