package dev.paperround.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the local mailbox. */
public final class MailFiles {
    private MailFiles() {}

    /** A look into the mailbox takes the longer the more there is. */
    public static void throwAway(Path mailbox) {
        try (var mails = Files.newDirectoryStream(mailbox, "*.eml")) {
            for (var mail : mails) {
                Files.deleteIfExists(mail);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
