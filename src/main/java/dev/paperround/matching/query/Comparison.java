package dev.paperround.matching.query;

import java.util.Optional;

public enum Comparison {
    AT_LEAST(">="),
    AT_MOST("<="),
    MORE_THAN(">"),
    LESS_THAN("<"),
    EXACTLY("=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    static Optional<Comparison> signed(String sign) {
        String plain = sign.replace("≥", ">=").replace("≤", "<=");
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(plain)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    boolean holds(int value, int bound) {
        return switch (this) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
            case MORE_THAN -> value > bound;
            case LESS_THAN -> value < bound;
            case EXACTLY -> value == bound;
        };
    }
}
