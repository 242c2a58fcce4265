package dev.paperround.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
    private static final byte[] MAIL = "Subject: Papers\r\n\r\nNone today.\r\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void theOldestMailsMakeRoomForNewOnes() throws IOException {
        MailFolder folder = MailFolder.open(directory, Clock.systemUTC());
        String first = keep(folder);
        for (int i = 1; i < MailFolder.MOST_MAILS; i++) {
            keep(folder);
        }
        assertThat(folder.read(first)).isPresent();
        String last = keep(folder);
        assertThat(folder.newestFirst()).hasSize(MailFolder.MOST_MAILS).doesNotContain(first);
        assertThat(folder.read(last)).isPresent();
    }

    @Test
    void mailsOutliveTheProgram() throws IOException {
        String id = keep(MailFolder.open(directory, Clock.systemUTC()));
        MailFolder next = MailFolder.open(directory, Clock.systemUTC());
        assertThat(next.newestFirst()).containsExactly(id);
        assertThat(next.read(id)).hasValueSatisfying(mail -> assertThat(new String(mail, StandardCharsets.UTF_8))
                .isEqualTo("Return-Path: <digest@localhost>\r\nDelivered-To: reader@example.org\r\n"
                        + new String(MAIL, StandardCharsets.UTF_8)));
    }

    @Test
    void anIdLeadsToNoOtherFile() throws IOException {
        assertThat(MailFolder.open(directory, Clock.systemUTC()).read("../secret"))
                .isEmpty();
    }

    private static String keep(MailFolder folder) throws IOException {
        return folder.keep("digest@localhost", List.of("reader@example.org"), MAIL);
    }
}
