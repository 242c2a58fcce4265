package dev.paperround.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What a form brings, in its file or in its text; a browser sends an empty file where none was chosen. */
final class HandedOver {
    private HandedOver() {}

    static String of(String text, FileUpload file) throws IOException {
        var brought = holdsSomething(file)
                ? new String(Files.readAllBytes(file.uploadedFile()), StandardCharsets.UTF_8)
                : text == null ? "" : text;
        return brought.startsWith("\uFEFF") ? brought.substring(1) : brought;
    }

    /** What to show again when it is refused; a file is no text the operator typed. */
    static String pasted(String text, FileUpload file) {
        return holdsSomething(file) || text == null ? "" : text;
    }

    private static boolean holdsSomething(FileUpload file) {
        return file != null && file.size() > 0;
    }
}
