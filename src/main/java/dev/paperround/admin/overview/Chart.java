package dev.paperround.admin.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lays out stacked columns by day in a drawing of {@link #WIDTH} by {@link #HEIGHT}. */
record Chart(String id, List<String> series, List<Column> columns, List<Tick> ticks, boolean empty) {
    static final int WIDTH = 640;
    static final int HEIGHT = 200;
    private static final int LEFT = 56;
    private static final int RIGHT = 24;
    private static final int TOP = 12;
    private static final int BOTTOM = 24;
    private static final int PLOT = HEIGHT - TOP - BOTTOM;
    private static final int LABELLED = 6;

    // The values are in the order of the series.
    record Point(LocalDate day, List<Long> values) {
        long sum() {
            return values.stream().mapToLong(Long::longValue).sum();
        }
    }

    record Column(LocalDate day, String x, String width, String middle, Label labelled, List<Part> parts) {
        public boolean isLabelled() {
            return labelled != Label.NONE;
        }
    }

    // Narrow screens show only the MAJOR labels, which are every second one.
    enum Label {
        NONE,
        MINOR,
        MAJOR;

        static Label of(int fromTheEnd, int every) {
            if (fromTheEnd % every != 0) {
                return NONE;
            }
            return fromTheEnd / every % 2 == 0 ? MAJOR : MINOR;
        }
    }

    record Part(int series, String name, long value, String y, String height) {}

    record Tick(String y, long value) {}

    // Points are ordered by day, oldest first.
    static Chart of(String id, List<String> series, List<Point> points) {
        var most = points.stream().mapToLong(Point::sum).max().orElse(0);
        var top = roundTop(most);
        var columns = new ArrayList<Column>();
        var step = (double) (WIDTH - LEFT - RIGHT) / Math.max(1, points.size());
        var every = Math.max(1, (points.size() + LABELLED - 1) / LABELLED);
        for (var i = 0; i < points.size(); i++) {
            var x = LEFT + i * step;
            columns.add(new Column(
                    points.get(i).day(),
                    number(x + step * 0.1),
                    number(step * 0.8),
                    number(x + step / 2),
                    Label.of(points.size() - 1 - i, every),
                    parts(series, points.get(i), top)));
        }
        Function<Long, Tick> tick = value -> new Tick(number(y(value, top)), value);
        var ticks = top == 1
                ? List.of(tick.apply(0L), tick.apply(1L))
                : List.of(tick.apply(0L), tick.apply(top / 2), tick.apply(top));
        return new Chart(id, series, columns, ticks, most == 0);
    }

    private static List<Part> parts(List<String> series, Point point, long top) {
        var parts = new ArrayList<Part>();
        var below = 0L;
        for (var i = 0; i < series.size(); i++) {
            var value = point.values().get(i);
            var y = y(below + value, top);
            parts.add(new Part(i, series.get(i), value, number(y), number(y(below, top) - y)));
            below += value;
        }
        return parts;
    }

    private static double y(long value, long top) {
        return TOP + PLOT * (1 - (double) value / top);
    }

    // Returns 1, 2, 4, 6, 8 or 10 times a power of ten, so that half of it is a round number too.
    static long roundTop(long most) {
        if (most <= 1) {
            return 1;
        }
        var power = (long) Math.pow(10, Math.floor(Math.log10(most)));
        for (var times : new int[] {1, 2, 4, 6, 8}) {
            if (times * power >= most && times * power > 1) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private static String number(double place) {
        return String.valueOf(Math.round(place * 10) / 10.0);
    }
}
