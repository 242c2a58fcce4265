package dev.paperround.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.admin.overview.Chart.Point;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ChartTest {
    @Property
    void theScaleIsRoundAndHoldsTheHighest(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long most) {
        var top = Chart.roundTop(most);

        assertThat(top).isGreaterThanOrEqualTo(Math.max(1, most)).isLessThanOrEqualTo(Math.max(2, 2 * most));
        assertThat(Long.toString(top)).matches("[1-9]0*");
        assertThat(top == 1 || top % 2 == 0).isTrue();
    }

    @Property
    void everyPartStandsInsideTheDrawing(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> values) {
        var day = LocalDate.of(2026, 11, 18);
        var points = values.stream()
                .map(it -> new Point(day.plusDays(values.indexOf(it)), List.of(it, 1L)))
                .toList();

        var chart = Chart.of("id", List.of("Many", "One"), points);

        assertThat(chart.columns()).hasSameSizeAs(values).allSatisfy(column -> {
            assertThat(place(column.x()) + place(column.width())).isBetween(0.0, 640.0);
            assertThat(column.parts()).allSatisfy(part -> {
                assertThat(place(part.y())).isBetween(0.0, 200.0);
                assertThat(place(part.height())).isBetween(0.0, 200.0);
            });
        });
    }

    private static double place(String number) {
        return Double.parseDouble(number);
    }
}
