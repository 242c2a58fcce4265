package dev.paperround.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A span as it went over the wire, in OTLP's protocol buffers. */
public record ReceivedSpan(
        String trace, String id, String parent, String name, Instant start, Map<String, Object> attributes) {
    private record Field(int number, long value, byte[] bytes) {
        String hex() {
            return HexFormat.of().formatHex(bytes);
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Of an ExportTraceServiceRequest: resource spans, scope spans, spans. */
    public static List<ReceivedSpan> in(byte[] request) {
        return fields(request, 1).stream()
                .flatMap(it -> fields(it.bytes(), 2).stream())
                .flatMap(it -> fields(it.bytes(), 2).stream())
                .map(it -> span(it.bytes()))
                .toList();
    }

    private static ReceivedSpan span(byte[] bytes) {
        var attributes = new TreeMap<String, Object>();
        for (var pair : fields(bytes, 9)) {
            var value = fields(fields(pair.bytes(), 2).get(0).bytes());
            attributes.put(
                    fields(pair.bytes(), 1).get(0).text(),
                    value.get(0).number() == 1
                            ? value.get(0).text()
                            : value.get(0).value());
        }
        var parent = fields(bytes, 4);
        return new ReceivedSpan(
                fields(bytes, 1).get(0).hex(),
                fields(bytes, 2).get(0).hex(),
                parent.isEmpty() ? "" : parent.get(0).hex(),
                fields(bytes, 5).get(0).text(),
                Instant.EPOCH.plusNanos(fields(bytes, 7).get(0).value()),
                attributes);
    }

    private static List<Field> fields(byte[] message, int number) {
        return fields(message).stream().filter(it -> it.number() == number).toList();
    }

    private static List<Field> fields(byte[] message) {
        var fields = new ArrayList<Field>();
        var buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            var key = varint(buffer);
            var value = 0L;
            var bytes = new byte[0];
            switch ((int) key & 7) {
                case 0 -> value = varint(buffer);
                case 1 -> value = buffer.getLong();
                case 5 -> value = buffer.getInt();
                default -> {
                    bytes = new byte[(int) varint(buffer)];
                    buffer.get(bytes);
                }
            }
            fields.add(new Field((int) (key >> 3), value, bytes));
        }
        return fields;
    }

    private static long varint(ByteBuffer buffer) {
        var value = 0L;
        var shift = 0;
        byte next;
        do {
            next = buffer.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
