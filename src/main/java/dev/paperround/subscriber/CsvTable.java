package dev.paperround.subscriber;

import dev.paperround.i18n.ListMessages;
import dev.paperround.i18n.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/**
 * Reads CSV (RFC 4180) as spreadsheets write it: UTF-8 or marked UTF-16, columns separated by commas, semicolons or
 * tabs, an optional {@code sep=} line, and blank rows. An unreadable row is reported by its line and does not stop the
 * others.
 */
public final class CsvTable implements AutoCloseable {
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=([,;\\t|])\"?[\\s,;]*");
    // A cell's own leading apostrophes get one more, so that exactly one can be removed again.
    private static final Pattern RISKY = Pattern.compile("'*[=+@\\t\\r-]");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).setTrim(true).get();

    // A record with more lines than this has lost a quote.
    private static final int MOST_LINES = 100;

    // This stands for bytes that could not be decoded.
    private static final String UNREADABLE = "\uFFFD";

    // The line is the one on which the row begins, counted from 1. A row has either cells by column or a refusal.
    public record Row(long line, Map<String, String> cells, Message refusal) {
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private record Record(long line, String text, Optional<List<String>> cells) {}

    private final BufferedReader reader;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final CSVFormat format;
    private final List<String> columns;
    private final Message refusal;
    private long line;

    public CsvTable(InputStream csv) throws IOException {
        var marked = BOMInputStream.builder()
                .setInputStream(csv)
                .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                .get();
        var charset = marked.hasBOM() ? marked.getBOMCharsetName() : StandardCharsets.UTF_8.name();
        this.reader = new BufferedReader(new InputStreamReader(marked, charset));
        this.format = FORMAT.builder().setDelimiter(separator()).get();
        var header = nextRecord().flatMap(Record::cells).orElse(List.of()).stream()
                .map(it -> unguarded(it).toLowerCase(Locale.ROOT))
                .toList();
        this.columns = header.subList(0, lastFilled(header) + 1);
        this.refusal = refusal(columns);
    }

    private static Message refusal(List<String> columns) {
        if (columns.stream().anyMatch(it -> it.contains(UNREADABLE) || it.indexOf('\0') >= 0)) {
            return Message.of(ListMessages.class, say -> say.notUtf8());
        }
        var seen = new HashSet<String>();
        return columns.stream()
                .filter(it -> !it.isEmpty() && !seen.add(it))
                .findFirst()
                .map(it -> Message.of(ListMessages.class, say -> say.columnTwice(it)))
                .orElse(null);
    }

    private String separator() throws IOException {
        var first = nextFilledLine();
        if (first.isEmpty()) {
            return ",";
        }
        var named = SEPARATOR_LINE.matcher(first.get());
        if (named.matches()) {
            nextFilledLine().ifPresent(this::putBack);
            return named.group(1);
        }
        putBack(first.get());
        var header = first.get().replaceAll("\"[^\"]*\"", "");
        return Stream.of("\t", ";", ",")
                .reduce((one, other) -> count(header, one) > count(header, other) ? one : other)
                .orElseThrow();
    }

    private static int count(String text, String part) {
        return text.length() - text.replace(part, "").length();
    }

    private Optional<String> nextFilledLine() throws IOException {
        var next = take();
        while (next != null && next.isBlank()) {
            next = take();
        }
        return Optional.ofNullable(next);
    }

    private String take() throws IOException {
        var next = ahead.isEmpty() ? reader.readLine() : ahead.poll();
        line += next == null ? 0 : 1;
        return next;
    }

    private void putBack(String taken) {
        ahead.push(taken);
        line--;
    }

    // Columns are in lower case, without empty ones at the end.
    public List<String> columns() {
        return columns;
    }

    // Returns the reason if the header cannot be used.
    public Optional<Message> refusal() {
        return Optional.ofNullable(refusal);
    }

    // Blank rows are skipped.
    public Optional<Row> next() throws IOException {
        var next = nextRecord();
        while (next.isPresent() && isBlank(next.get())) {
            next = nextRecord();
        }
        return next.map(this::row);
    }

    private static boolean isBlank(Record read) {
        return read.cells().filter(it -> lastFilled(it) < 0).isPresent();
    }

    private Row row(Record read) {
        if (read.text().contains(UNREADABLE)) {
            return refused(read, Message.of(ListMessages.class, say -> say.notUtf8()));
        }
        if (read.cells().isEmpty()) {
            return refused(read, Message.of(ListMessages.class, say -> say.noCsv()));
        }
        var cells = read.cells().get();
        if (cells.size() < columns.size() || lastFilled(cells) >= columns.size()) {
            return refused(read, Message.of(ListMessages.class, say -> say.cells(cells.size(), columns.size())));
        }
        var byColumn = new HashMap<String, String>();
        for (var i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), unguarded(cells.get(i)));
        }
        return new Row(read.line(), byColumn, null);
    }

    private static Row refused(Record read, Message reason) {
        return new Row(read.line(), Map.of(), reason);
    }

    private static int lastFilled(List<String> cells) {
        var last = cells.size() - 1;
        while (last >= 0 && cells.get(last).isBlank()) {
            last--;
        }
        return last;
    }

    // Reads on while a quote is open. If it is never closed, only the first line is lost.
    private Optional<Record> nextRecord() throws IOException {
        var first = take();
        if (first == null) {
            return Optional.empty();
        }
        var start = line;
        var text = new StringBuilder(first);
        var taken = new ArrayDeque<String>();
        var cells = cells(first);
        while (cells.isEmpty() && count(text.toString(), "\"") % 2 == 1 && taken.size() < MOST_LINES) {
            var next = take();
            if (next == null) {
                break;
            }
            taken.push(next);
            text.append('\n').append(next);
            cells = cells(text.toString());
        }
        if (cells.isEmpty()) {
            taken.forEach(this::putBack);
            return Optional.of(new Record(start, first, cells));
        }
        return Optional.of(new Record(start, text.toString(), cells));
    }

    private Optional<List<String>> cells(String text) {
        try (var parser = CSVParser.parse(text, format)) {
            return Optional.of(parser.stream()
                    .findFirst()
                    .<List<String>>map(it -> new ArrayList<>(it.toList()))
                    .orElse(List.of()));
        } catch (IOException | UncheckedIOException | IllegalStateException notCsv) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && RISKY.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    // Spreadsheets would run such a cell as a formula, so it gets a leading apostrophe.
    public static String guarded(String cell) {
        return RISKY.matcher(cell).lookingAt() ? "'" + cell : cell;
    }
}
