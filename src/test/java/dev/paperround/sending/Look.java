package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mail as it is expected, letter by letter; only the links' tokens and addresses of this run are left out. */
final class Look {
    private Look() {}

    private static final Path EXPECTED = Path.of("src/test/resources/dev/paperround/sending");

    static void check(String name, String subject, String text, String html) throws IOException {
        check(name + ".txt", subject + "\n\n" + text);
        check(name + ".html", html);
    }

    /** With -Dlooks=accept what comes out is taken for what is expected: look at it before it is committed. */
    private static void check(String file, String mail) throws IOException {
        var actual = mail.replace("\r\n", "\n").replaceAll("v1\\.[a-z]\\.[A-Za-z0-9._-]+", "TOKEN");
        var expected = EXPECTED.resolve(file);
        if ("accept".equals(System.getProperty("looks"))) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).as(file).isEqualTo(Files.readString(expected));
    }
}
