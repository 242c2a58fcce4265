package dev.paperround.bounce;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The returned mails that lie beside the project, if they do: each with the verdicts that are right, and markers to fill. */
final class BounceCorpus {
    private static final String ENCODE = "{{ENCODE ";
    private static final String END = "{{END}}\n";

    record Shape(String name, List<String> verdicts, String text) {}

    private BounceCorpus() {}

    static Optional<Path> folder() {
        return Stream.of("../shared", "../../shared")
                .map(it -> Path.of(it, "cases", "returned"))
                .filter(it -> Files.exists(it.resolve("INDEX.tsv")))
                .findFirst();
    }

    static List<Shape> in(Path folder) throws IOException {
        try (var lines = Files.lines(folder.resolve("INDEX.tsv"))) {
            return lines.filter(it -> !it.startsWith("#") && !it.startsWith("file\t"))
                    .map(it -> it.split("\t"))
                    .map(it -> new Shape(it[0], List.of(it[1].split("/")), text(folder.resolve(it[0]))))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With LF, as a pipe of Postfix hands it over. */
    static byte[] filled(Shape shape, Returns.Sent sent, String sender) throws IOException {
        var text = shape.text()
                .replace("{{VERP}}", sent.verp())
                .replace("{{RCPT}}", sent.email())
                .replace("{{MSGID}}", sent.messageId())
                .replace("{{SENDER}}", sender)
                .replace("{{BADVERP}}", altered(sent.verp()))
                .replace("{{BADMSGID}}", altered(sent.messageId()));
        var bytes = new ByteArrayOutputStream();
        while (text.contains(ENCODE)) {
            var start = text.indexOf(ENCODE);
            var end = text.indexOf(END, start);
            var head = text.substring(start + ENCODE.length(), text.indexOf("}}\n", start));
            bytes.write(text.substring(0, start).getBytes(StandardCharsets.UTF_8));
            bytes.write(encoded(head.split(" "), text.substring(text.indexOf('\n', start) + 1, end)));
            text = text.substring(end + END.length());
        }
        bytes.write(text.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] encoded(String[] how, String text) {
        var bytes = text.getBytes(Charset.forName(how[1]));
        return how[0].equals("base64")
                ? (Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII))
                                        .encodeToString(bytes) + "\n")
                        .getBytes(StandardCharsets.US_ASCII)
                : bytes;
    }

    /** One letter of the signed part is another. */
    private static String altered(String signed) {
        var at = signed.indexOf('@') - 1;
        return signed.substring(0, at) + (signed.charAt(at) == 'a' ? 'b' : 'a') + signed.substring(at + 1);
    }

    static byte[] withCrLf(byte[] mail) {
        return new String(mail, StandardCharsets.ISO_8859_1)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
