package dev.paperround.web.pages;

import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.FormMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import dev.paperround.web.PageResponse;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/papers")
class ArchivePage {
    @Inject
    Papers papers;

    @Inject
    Clock clock;

    record Neighbours(Optional<LocalDate> before, Optional<LocalDate> after) {
        static Neighbours of(LocalDate day, List<DigestDay> newestFirst) {
            var days = newestFirst.stream().map(DigestDay::day).toList();
            return new Neighbours(
                    days.stream().filter(it -> it.isBefore(day)).findFirst(),
                    days.stream().filter(it -> it.isAfter(day)).reduce((newer, older) -> older));
        }
    }

    // Only sources that cover entire fields have more papers on one day.
    private static final int PAGE = 500;

    record Day(LocalDate date, int all, int page, List<PaperCard> papers, Neighbours neighbours) {
        public int pages() {
            return (all + PAGE - 1) / PAGE;
        }

        public String previous() {
            return at(page - 1);
        }

        public String next() {
            return at(page + 1);
        }

        private String at(int other) {
            return path() + (other > 1 ? "?page=" + other : "");
        }

        public String description() {
            return papers.stream().limit(3).map(PaperCard::title).collect(Collectors.joining("; "));
        }

        public String path() {
            return "/papers/" + date;
        }

        public YearMonth month() {
            return YearMonth.from(date);
        }

        public boolean isSample() {
            return papers.stream().anyMatch(PaperCard::isSample);
        }
    }

    @CheckedTemplate(basePath = "ArchivePage")
    static class Templates {
        static native TemplateInstance month(MonthCalendar calendar);

        static native TemplateInstance day(Day day);

        static native TemplateInstance noDay(String asked, Optional<LocalDate> date, Neighbours neighbours);
    }

    // The parameter looks like 2026-11 and defaults to the newest month with papers.
    @GET
    public Response month(@RestQuery("month") String wanted) {
        var days = papers.days();
        var month = wanted == null
                ? days.stream().findFirst().map(it -> YearMonth.from(it.day())).orElseGet(this::thisMonth)
                : read(wanted).orElseThrow(() -> noMonth(wanted));
        return PageResponse.of(200, Templates.month(MonthCalendar.of(month, days)));
    }

    private YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static Optional<YearMonth> read(String text) {
        try {
            return Optional.of(YearMonth.parse(text.strip())).filter(it -> Parameter.isUsual(it.atDay(1)));
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }

    private static RuntimeException noMonth(String typed) {
        return Problem.of(List.of(new FieldError("month", Message.of(FormMessages.class, say -> say.notAMonth(typed)))))
                .exception();
    }

    @GET
    @Path("/{day}")
    public Response day(String day, @RestQuery("page") String page) {
        var days = papers.days();
        return date(day)
                .map(date -> day(date, Parameter.number("page", page, 1, 1, Integer.MAX_VALUE), days))
                .orElseGet(() -> {
                    var newest = new Neighbours(days.stream().findFirst().map(DigestDay::day), Optional.empty());
                    return PageResponse.of(404, Templates.noDay(day, Optional.empty(), newest));
                });
    }

    private Response day(LocalDate date, int wanted, List<DigestDay> days) {
        var neighbours = Neighbours.of(date, days);
        var all = papers.idsOn(date).size();
        var page = Math.max(1, Math.min(wanted, (all + PAGE - 1) / PAGE));
        var cards = papers.ofDay(date, PAGE, (page - 1) * PAGE).stream()
                .map(PaperCard::of)
                .toList();
        return cards.isEmpty()
                ? PageResponse.of(404, Templates.noDay(date.toString(), Optional.of(date), neighbours))
                : PageResponse.of(200, Templates.day(new Day(date, all, page, cards, neighbours)));
    }

    private static Optional<LocalDate> date(String day) {
        try {
            return Optional.of(LocalDate.parse(day)).filter(Parameter::isUsual);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
