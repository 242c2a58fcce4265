package dev.paperround.paper.source.arxiv;

import static dev.paperround.paper.ArxivFeeds.bytes;
import static dev.paperround.paper.ArxivFeeds.error;
import static dev.paperround.paper.ArxivFeeds.feed;
import static dev.paperround.paper.ArxivFeeds.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.i18n.Message;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.ParseResult;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArxivFeedTest {
    private static final String FRIDAY = "Fri, 20 Nov 2026 00:00:00 -0500";

    @Test
    void anAnnouncementIsAPaperOfTheDayOfItsBatch() {
        ParseResult reading = read(feed(
                FRIDAY,
                item(
                        "2611.20001",
                        "new",
                        "Kelp $1.13\\times$ Faster",
                        "Ilse Vandromme, Andr\\'e Sel",
                        "We grow\nkelp.")));

        assertThat(reading.refusal()).isEmpty();
        ParsedPaper draft = reading.drafts().get(0);
        assertThat(draft.id()).isEqualTo("2611.20001");
        assertThat(draft.day()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(draft.fillsGaps()).isTrue();
        assertThat(draft.facts().title()).isEqualTo("Kelp $1.13\\times$ Faster");
        assertThat(draft.facts().abstractText()).isEqualTo("We grow kelp.");
        assertThat(draft.facts().authors()).containsExactly("Ilse Vandromme", "Andr\\'e Sel");
    }

    @Test
    void crossListingsAreNewsAndReplacementsAreNot() {
        ParseResult reading = read(feed(
                FRIDAY,
                item("2611.20001", "replace", "Old", "A", "a"),
                item("2611.20002", "cross", "Crossed", "A", "a"),
                item("2611.20003", "replace-cross", "Older", "A", "a")));

        assertThat(reading.drafts()).extracting(ParsedPaper::id).containsExactly("2611.20002");
        assertThat(reading.rejections()).isEmpty();
    }

    @Test
    void aCommaInBracketsOrBeforeASuffixPartsNoNames() {
        assertThat(authors("Oona Brightwater (Meadow Lab, Ghent), Tadeo Bell, Jr., {M\\\"uller, Ana}, Bo Li"))
                .containsExactly("Oona Brightwater", "Tadeo Bell, Jr.", "{M\\\"uller, Ana}", "Bo Li");
        assertThat(authors("")).isEmpty();
    }

    @Test
    void anItemWithoutATitleOrAnIdIsRejectedByItsPlace() {
        ParseResult reading = read(feed(
                FRIDAY,
                item("2611.20001", "new", " ", "A", "a"),
                item("not an id", "new", "Nameless", "A", "a"),
                "<item/>",
                item("2611.20002", "new", "Here", "A", "a")));

        assertThat(reading.drafts()).extracting(ParsedPaper::position).containsExactly(3);
        assertThat(reading.rejections())
                .extracting(it -> it.position() + ": " + it.reason())
                .containsExactly(
                        "0: the title is missing or blank",
                        "1: there is no arXiv id in the guid or the link",
                        "2: the title is missing or blank");
    }

    @Test
    void theEmptyListingOfAHolidayIsAResult() {
        assertThat(read(feed(FRIDAY))).isEqualTo(ParseResult.of(List.of(), List.of()));
    }

    @Test
    void anErrorIsAFeedAndIsToldAsOne() {
        assertThat(read(error()).refusal().map(Message::toString))
                .contains("Feed error for query: cs.XX: Bad request: no category cs.XX");
        assertThat(read(feed(FRIDAY, "<item><title>Error</title><description>incorrect id</description></item>"))
                        .refusal()
                        .map(Message::toString))
                .contains("Error: incorrect id");
    }

    @Test
    void whatIsNoFeedIsAFailure() {
        assertThat(read("<html><p>Soon</p></html>").refusal().map(Message::toString))
                .contains("expected an RSS feed, but found <html>");
        assertThat(read("Rate exceeded.").refusal().map(Message::toString))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("not a valid feed: "));
        assertThat(read("").refusal()).isPresent();
    }

    @Test
    void aFeedCutShortKeepsWhatCameBefore() {
        String whole =
                feed(FRIDAY, item("2611.20001", "new", "Here", "A", "a"), item("2611.20002", "new", "B", "A", "a"));

        ParseResult reading = read(whole.substring(0, whole.indexOf("2611.20002") + 3));

        assertThat(reading.drafts()).hasSize(1);
        assertThat(reading.refusal()).isPresent();
    }

    @Test
    void entitiesOfTheFeedsOwnAreNotFollowed() {
        String feed = "<!DOCTYPE rss [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"
                + "<rss><channel><item><title>&secret;</title><link>https://arxiv.org/abs/2611.20001</link></item></channel></rss>";

        assertThat(read(feed).drafts()).isEmpty();
    }

    private static List<String> authors(String creators) {
        return read(feed(FRIDAY, item("2611.20001", "new", "T", creators, "a")))
                .drafts()
                .get(0)
                .facts()
                .authors();
    }

    private static ParseResult read(String feed) {
        return ArxivFeed.read(bytes(feed));
    }
}
