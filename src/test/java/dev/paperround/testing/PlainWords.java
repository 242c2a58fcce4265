package dev.paperround.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** Texts for people hold no names of classes and no bytes of arrays. */
public final class PlainWords {
    private static final Pattern OF_JAVA =
            Pattern.compile("[a-z]+\\.[a-z]+\\.[A-Z]\\w+|Exception|\\[B@|\\w+\\.get[A-Z]\\w+\\(|StreamRead|\\bnull\\b");

    private PlainWords() {}

    public static void assertPlain(Object text) {
        assertThat(String.valueOf(text)).isNotBlank().doesNotContainPattern(OF_JAVA);
    }
}
