package dev.paperround.admin.overview;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.admin.overview.Chart.Point;
import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import dev.paperround.sending.report.DailyMailStats;
import dev.paperround.subscriber.AudienceCounts;
import dev.paperround.subscriber.AudienceCounts.PopularQuery;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/admin/charts")
@AdminPage
@SignedIn
class ChartsPage {
    private static final int DAYS = 30;
    private static final int AUDIENCE_DAYS = 90;

    @Inject
    AudienceCounts audience;

    @Inject
    DailyMailStats mails;

    @Inject
    Papers papers;

    @Inject
    Clock clock;

    // The share is relative to the most popular query, in percent.
    record Bar(String query, long subscribers, long share) {}

    record charts(List<Chart> charts, List<Bar> queries) implements TemplateInstance {}

    @GET
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return AdminResponse.of(
                200,
                new charts(List.of(audience(today), mails(today), papers(today)), bars(audience.popularQueries())));
    }

    // Days without a count repeat the previous one.
    private Chart audience(LocalDate today) {
        var counted = new HashMap<LocalDate, Long>();
        audience.since(today.minusYears(1)).forEach(it -> counted.put(it.day(), it.active()));
        var points = new ArrayList<Point>();
        var last = 0L;
        for (var day = today.minusYears(1); !day.isAfter(today); day = day.plusDays(1)) {
            last = counted.getOrDefault(day, last);
            if (day.isAfter(today.minusDays(AUDIENCE_DAYS))) {
                points.add(new Point(day, List.of(last)));
            }
        }
        return Chart.of("subscribers", List.of("ACTIVE"), points);
    }

    private Chart mails(LocalDate today) {
        var values = new HashMap<LocalDate, List<Long>>();
        mails.since(today.minusDays(DAYS - 1L))
                .forEach(it -> values.put(it.day(), List.of(it.sent(), it.open(), it.rejected(), it.unknown())));
        return byDay("mails", List.of("SENT", "OPEN", "REJECTED", "UNKNOWN"), today, values, List.of(0L, 0L, 0L, 0L));
    }

    private Chart papers(LocalDate today) {
        var values = new HashMap<LocalDate, List<Long>>();
        for (DigestDay it : papers.days()) {
            values.put(it.day(), List.of(it.papers()));
        }
        return byDay("papers", List.of("PAPERS"), today, values, List.of(0L));
    }

    private static Chart byDay(
            String id, List<String> series, LocalDate today, Map<LocalDate, List<Long>> values, List<Long> nothing) {
        var points = today.minusDays(DAYS - 1L)
                .datesUntil(today.plusDays(1))
                .map(day -> new Point(day, values.getOrDefault(day, nothing)))
                .toList();
        return Chart.of(id, series, points);
    }

    private static List<Bar> bars(List<PopularQuery> queries) {
        return queries.stream()
                .map(it -> new Bar(
                        it.query(),
                        it.subscribers(),
                        100 * it.subscribers() / queries.get(0).subscribers()))
                .toList();
    }
}
