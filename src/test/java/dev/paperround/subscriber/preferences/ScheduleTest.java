package dev.paperround.subscriber.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class ScheduleTest {
    @Property(tries = 2000)
    void theNextDigestIsLaterAndNeverTwiceOnOneDate(
            @ForAll("schedules") Schedule schedule,
            @ForAll @LongRange(min = 1_500_000_000L, max = 2_000_000_000L) long second) {
        var moment = Instant.ofEpochSecond(second);
        var first = schedule.nextAfter(moment);
        var following = schedule.nextAfter(first);

        assertThat(first).isAfter(moment);
        assertThat(following).isAfter(first);
        assertThat(schedule.localDate(following)).isAfter(schedule.localDate(first));
        assertThat(schedule.frequency().includes(schedule.localDate(first), schedule.weekday()))
                .isTrue();
    }

    @Property(tries = 500)
    void nothingIsLeftOutInBetween(
            @ForAll("schedules") Schedule schedule,
            @ForAll @LongRange(min = 1_500_000_000L, max = 2_000_000_000L) long second) {
        var next = schedule.nextAfter(Instant.ofEpochSecond(second));

        assertThat(schedule.nextAfter(next.minusSeconds(1))).isEqualTo(next);
        for (var earlier = next.minusSeconds(1);
                earlier.getEpochSecond() > second;
                earlier = earlier.minusSeconds(7200)) {
            assertThat(schedule.nextAfter(earlier)).isEqualTo(next);
        }
    }

    @Property(tries = 1000)
    void afterAChangeTheNextDigestIsTwelveHoursLaterAndOnALaterDate(
            @ForAll("schedules") Schedule before,
            @ForAll("schedules") Schedule after,
            @ForAll @LongRange(min = 1_500_000_000L, max = 2_000_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 100_000L) long changedAfter) {
        var last = before.nextAfter(Instant.ofEpochSecond(second));
        var digest = new LastDigest(last, before.localDate(last));
        var changed = last.plusSeconds(changedAfter);
        var next = after.nextAfter(changed, Optional.of(digest));

        assertThat(next).isAfter(changed).isAfterOrEqualTo(last.plus(Duration.ofHours(12)));
        assertThat(after.localDate(next)).isAfter(before.localDate(last));
        assertThat(after.includes(after.localDate(next))).isTrue();
        for (var due = after.nextAfter(changed); due.isBefore(next); due = after.nextAfter(due)) {
            assertThat(digest.allows(due, after.localDate(due)))
                    .as("passed over without need")
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        return Combinators.combine(
                        Arbitraries.of(Frequency.class),
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.integers().between(0, 24 * 60 - 1),
                        Arbitraries.oneOf(
                                Arbitraries.of(List.copyOf(ZoneId.getAvailableZoneIds()).stream()
                                        .sorted()
                                        .toList()),
                                Arbitraries.of(
                                        "Europe/Paris", "Australia/Lord_Howe", "Pacific/Apia", "America/Havana")))
                .as((frequency, weekday, minute, zone) ->
                        new Schedule(frequency, weekday, LocalTime.ofSecondOfDay(minute * 60L), ZoneId.of(zone)));
    }
}
