package dev.paperround.admin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Reads the text or file submitted in a form. Browsers send an empty file when none was chosen. */
public final class UploadedText {
    private UploadedText() {}

    public static String of(String text, FileUpload file) throws IOException {
        var brought = holdsSomething(file)
                ? new String(Files.readAllBytes(file.uploadedFile()), StandardCharsets.UTF_8)
                : text == null ? "" : text;
        return brought.startsWith("\uFEFF") ? brought.substring(1) : brought;
    }

    // Streams the text, because it can have a hundred thousand lines.
    public static InputStream stream(String text, FileUpload file) throws IOException {
        return holdsSomething(file)
                ? Files.newInputStream(file.uploadedFile())
                : new ByteArrayInputStream((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
    }

    public static boolean isEmpty(String text, FileUpload file) {
        return !holdsSomething(file) && (text == null || text.isBlank());
    }

    public static String pasted(String text, FileUpload file) {
        return holdsSomething(file) || text == null ? "" : text;
    }

    private static boolean holdsSomething(FileUpload file) {
        return file != null && file.size() > 0;
    }
}
