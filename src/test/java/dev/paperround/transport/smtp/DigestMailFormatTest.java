package dev.paperround.transport.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.digest.PaperWindows;
import dev.paperround.digest.SelectedPapers;
import dev.paperround.digest.rendering.WholeMail;
import dev.paperround.i18n.Language;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import dev.paperround.sending.ReadMail;
import dev.paperround.subscriber.Recipient;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.preferences.FilterText;
import dev.paperround.subscriber.token.Links;
import dev.paperround.transport.DueDigest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bytes of digest mails, put together from parts that other mails have used before. */
@QuarkusTest
class DigestMailFormatTest extends EmptyHouse {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final String LONG_TITLE =
            "Robots " + "that Mend Nets ".repeat(40).strip();
    private static final List<FilterText> ONE = List.of(new FilterText("Robots = good & <cheap>", "robots"));
    private static final List<FilterText> TWO =
            List.of(new FilterText("海 🌊", "nets OR tides"), new FilterText("روبوت", "robots"));

    @Inject
    Papers papers;

    @Inject
    PaperWindows windows;

    @Inject
    Links links;

    @Inject
    DigestMailFormat format;

    @BeforeEach
    void papers() {
        house.ingestRows(
                DAY.toString(),
                House.rows(
                        House.row(
                                "2611.71001", "</title><script>Robots</script> & tides", "Robots <b>mend</b> nets.", 3),
                        House.row("2611.71002", LONG_TITLE, "Nets = holes.", 2),
                        House.row("2611.71003", "الروبوتات والشباك robots", "潮の満ち引き 🦀 nets.", 1)));
    }

    @Test
    void aMailOfPartsIsTheMailRenderedWhole() throws IOException {
        var ids = ids();
        for (var filters : List.of(ONE, TWO, ONE)) {
            var delivery = delivery(31, ids, List.of());
            var mail = ReadMail.of(
                    format.write(delivery, recipient(filters)).message().bytes());
            var whole = new WholeMail(windows.upTo(DAY), links.to(""))
                    .of(DAY, delivery.chosen(), filters, linksOf(delivery, recipient(filters)));

            // The last line's end belongs to the boundary (RFC 2046, section 5.1.1).
            assertThat(mail.html() + "\n").isEqualTo(whole.html());
            assertThat(mail.text() + "\n").isEqualTo(whole.text());
        }
    }

    @Test
    void oddTextsArriveAsTheyAre() throws IOException {
        var mail = ReadMail.of(format.write(delivery(32, ids(), List.of()), recipient(TWO))
                .message()
                .bytes());

        assertThat(mail.text())
                .contains("</title><script>Robots</script> & tides", "الروبوتات والشباك robots", "潮の満ち引き 🦀 nets.")
                .contains("  Matches 海 🌊 · روبوت\n")
                .satisfies(text -> assertThat(text.replaceAll("\\s+", " ")).contains(LONG_TITLE));
        assertThat(mail.html())
                .contains("&lt;/title&gt;&lt;script&gt;<mark>Robots</mark>&lt;/script&gt; &amp; <mark>tides</mark>")
                .contains("Matches 海 🌊 · روبوت</span>")
                .doesNotContain("<script", "blank-");
    }

    @Test
    void theSameDeliveryIsTheSameBytes() {
        var delivery = delivery(33, ids(), List.of());
        var first = format.write(delivery, recipient(TWO)).message().bytes();
        house.sql("update paper_revision set revision = revision + 1");
        windows.upTo(DAY);

        assertThat(format.write(delivery, recipient(TWO)).message().bytes()).isEqualTo(first);
    }

    @Test
    void withoutAKeyNothingIsSigned() {
        var message =
                format.write(delivery(39, ids(), List.of()), recipient(ONE)).message();

        assertThat(new String(message.bytes(), StandardCharsets.US_ASCII))
                .startsWith("Message-ID: ")
                .doesNotContain("DKIM-Signature");
    }

    @Test
    void aPaperThatTrendsIsSaidToTrend() throws IOException {
        var trending = new FilterText("trending:10", "trending:10");

        assertThat(html(List.of(trending))).contains("Trending<").doesNotContain("trending:10");
        assertThat(html(List.of(new FilterText("robots", "robots"), trending))).contains("robots · Trending<");
        assertThat(html(List.of(new FilterText("Hot", "trending:10")))).contains("Hot<");
    }

    @Test
    void namesAreTheReadersOwn() throws IOException {
        var mine = List.of(new FilterText("Mine", "robots"));
        var yours = List.of(new FilterText("Yours", "Robots"));

        assertThat(html(mine)).contains("Matches Mine<").doesNotContain("Yours");
        assertThat(html(yours)).contains("Matches Yours<").doesNotContain("Mine");
    }

    @Test
    void whatHasNoRoomIsOnTheWebAndTold() throws IOException {
        house.ingestRows(
                DAY.toString(),
                House.rows(IntStream.range(0, 100)
                        .mapToObj(it -> House.row(
                                "2611.72%03d".formatted(it),
                                "Robots " + it + " 潮の満ち引き".repeat(20),
                                "海 ".repeat(200),
                                it))
                        .toArray()));
        var ids = ids();

        var written = format.write(delivery(34, ids, List.of()), recipient(ONE));

        assertThat(written.papers()).isBetween(15, 60);
        var mail = new String(written.message().bytes(), StandardCharsets.US_ASCII);
        var html = mail.substring(mail.indexOf("text/html"));
        assertThat(html.length()).isBetween(85_000, 90_200);
        assertThat(ReadMail.of(written.message().bytes()).text())
                .contains("103 papers match your filters", "Here are the best " + written.papers() + ".")
                .contains((103 - written.papers()) + " more on the web: ");
    }

    @Test
    void aPaperThatIsGoneTakesNoOtherAway() throws IOException {
        var ids = ids();
        var withGone = List.of(ids.get(0), 999_999_999L, ids.get(1));

        var written = format.write(delivery(35, withGone, List.of()), recipient(ONE));

        assertThat(written.papers()).isEqualTo(3);
        assertThat(ReadMail.of(written.message().bytes()).text()).contains("Mend Nets", "</script>");
    }

    @Test
    void aPaperThatCameJustNowIsThere() throws IOException {
        format.write(delivery(36, ids(), List.of()), recipient(ONE));
        house.ingestRows(DAY.toString(), House.rows(House.row("2611.71009", "Late Robots", "Nets.", 1)));

        var mail = format.write(delivery(37, ids(), List.of()), recipient(ONE));

        assertThat(ReadMail.of(mail.message().bytes()).text()).contains("Late Robots");
    }

    private String html(List<FilterText> filters) throws IOException {
        return ReadMail.of(format.write(delivery(38, ids().subList(0, 1), List.of()), recipient(filters))
                        .message()
                        .bytes())
                .html();
    }

    private DigestLinks linksOf(DueDigest delivery, Recipient recipient) {
        return new DigestLinks(
                links.digest(delivery.delivery(), delivery.createdOn()),
                links.manage(recipient),
                links.unsubscribe(recipient.id()),
                links.to("/"));
    }

    private List<Long> ids() {
        return papers.ofDay(DAY).stream().map(Paper::id).toList();
    }

    private static Recipient recipient(List<FilterText> filters) {
        return new Recipient(78, "post@digest.example", SubscriberState.ACTIVE, 1, filters, false, Language.EN);
    }

    private static DueDigest delivery(long id, List<Long> ids, List<Long> more) {
        var planned = Instant.parse("2026-11-18T07:00:00Z");
        var chosen = new SelectedPapers(ids, ids.size() + more.size(), ids.size());
        return new DueDigest(id, DAY, DAY, chosen, Optional.empty(), planned);
    }
}
