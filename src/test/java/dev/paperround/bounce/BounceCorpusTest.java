package dev.paperround.bounce;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperround.Answers;
import dev.paperround.House;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every returned mail of the collection beside the project, with both line ends, about a digest that was really sent. */
@QuarkusTest
class BounceCorpusTest {
    @Inject
    House house;

    @Inject
    Returns returns;

    @Test
    void eachIsGivenTheVerdictThatIsRight() throws IOException {
        var folder = BounceCorpus.folder();
        if (folder.isEmpty()) {
            Log.error("NOT TESTED: there is no folder ../shared/cases/returned with returned mails to read.");
        }
        assumeTrue(folder.isPresent(), "no folder ../shared/cases/returned");
        house.empty();
        var wrong = new SoftAssertions();
        for (var shape : BounceCorpus.in(folder.get())) {
            take(shape, false, wrong);
            take(shape, true, wrong);
        }
        wrong.assertAll();
    }

    private void take(BounceCorpus.Shape shape, boolean crLf, SoftAssertions wrong) throws IOException {
        // A domain each, or so many refusals by one would be held as improbable.
        var domain = shape.name().replace(".eml", crLf ? "-crlf" : "-lf") + ".example";
        var sent = returns.send("reader@" + domain);
        var mail = BounceCorpus.filled(shape, sent, "digest@localhost");
        var verdict = (String) Answers.object(
                        returns.post(crLf ? BounceCorpus.withCrLf(mail) : mail).statusCode(200))
                .get("verdict");

        wrong.assertThat(shape.verdicts()).as(sent.email()).contains(verdict);
        wrong.assertThat(house.stateOf(sent.email()))
                .as(sent.email())
                .isEqualTo(
                        switch (verdict) {
                            case "HARD", "COMPLAINT" -> "SUPPRESSED";
                            case "UNSUBSCRIBE" -> "UNSUBSCRIBED";
                            default -> "ACTIVE";
                        });
        wrong.assertThat(house.deliveries(sent.email()).get(0).get("state"))
                .as(sent.email())
                .isEqualTo(
                        switch (verdict) {
                            case "HARD", "SOFT", "POLICY" -> "rejected";
                            default -> "sent";
                        });
    }
}
