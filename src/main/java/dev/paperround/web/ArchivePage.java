package dev.paperround.web;

import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

@Path("/papers")
class ArchivePage {
    @Inject
    Papers papers;

    record Month(LocalDate first, List<DigestDay> days) {}

    /** The days with papers before and after one. */
    record Neighbours(Optional<LocalDate> before, Optional<LocalDate> after) {
        static Neighbours of(LocalDate day, List<DigestDay> newestFirst) {
            var days = newestFirst.stream().map(DigestDay::day).toList();
            return new Neighbours(
                    days.stream().filter(it -> it.isBefore(day)).findFirst(),
                    days.stream().filter(it -> it.isAfter(day)).reduce((newer, older) -> older));
        }
    }

    record Day(LocalDate date, List<PaperCard> papers, Neighbours neighbours) {
        public boolean isSample() {
            return papers.stream().anyMatch(PaperCard::isSample);
        }
    }

    @CheckedTemplate(basePath = "ArchivePage")
    static class Templates {
        static native TemplateInstance months(List<Month> months);

        static native TemplateInstance day(Day day);

        static native TemplateInstance noDay(String asked, Neighbours neighbours);
    }

    @GET
    public Response months() {
        return PageAnswer.of(200, Templates.months(byMonth(papers.days())));
    }

    @GET
    @Path("/{day}")
    public Response day(String day) {
        var days = papers.days();
        return date(day).map(date -> day(date, days)).orElseGet(() -> {
            var newest = new Neighbours(days.stream().findFirst().map(DigestDay::day), Optional.empty());
            return PageAnswer.of(404, Templates.noDay("“" + day + "”, which is no day such as 2026-03-14", newest));
        });
    }

    private Response day(LocalDate date, List<DigestDay> days) {
        var neighbours = Neighbours.of(date, days);
        var cards = papers.ofDay(date).stream().map(PaperCard::of).toList();
        return cards.isEmpty()
                ? PageAnswer.of(404, Templates.noDay(DateWords.inWords(date), neighbours))
                : PageAnswer.of(200, Templates.day(new Day(date, cards, neighbours)));
    }

    private static Optional<LocalDate> date(String day) {
        try {
            return Optional.of(LocalDate.parse(day)).filter(date -> date.getYear() >= 1 && date.getYear() <= 9999);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static List<Month> byMonth(List<DigestDay> days) {
        return days.stream()
                .collect(Collectors.groupingBy(it -> YearMonth.from(it.day()), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(month -> new Month(month.getKey().atDay(1), month.getValue()))
                .toList();
    }
}
