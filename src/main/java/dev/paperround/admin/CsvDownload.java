package dev.paperround.admin;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Sends a CSV file while it is being written. */
public final class CsvDownload {
    private CsvDownload() {}

    public static Response of(String filename, Consumer<Writer> content) {
        StreamingOutput csv = out -> content.accept(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + filename + "\"")
                .build();
    }
}
