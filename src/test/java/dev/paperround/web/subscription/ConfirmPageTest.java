package dev.paperround.web.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

import dev.paperround.subscriber.SubscriberState;
import dev.paperround.web.Newcomers;
import dev.paperround.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfirmPageTest {
    private final Visitor visitor = new Visitor();

    @Inject
    Newcomers newcomers;

    @Test
    void lookingShowsAButtonAndChangesNothing() {
        visitor.signsUp("looks@example.org", "diffusion");
        var path = newcomers.path("looks@example.org");

        visitor.browser().head(path).then().statusCode(200);
        for (var look = 0; look < 2; look++) {
            visitor.browser()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .body(containsString("Confirm my subscription"));
        }
        assertThat(newcomers.state("looks@example.org")).contains(SubscriberState.PENDING);
    }

    @Test
    void theButtonConfirmsOnceAndSaysWhatComesNext() {
        visitor.signsUp("confirms@example.org", "diffusion");
        var path = newcomers.path("confirms@example.org");

        visitor.form()
                .post(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(allOf(
                        containsString("You're in"),
                        containsString("at 06:45 (Asia/Tokyo)"),
                        containsString("href=\"/preferences/v1.m.")));
        assertThat(newcomers.state("confirms@example.org")).contains(SubscriberState.ACTIVE);

        var spent = "no longer valid";
        visitor.form().post(path).then().statusCode(410).body(containsString(spent));
        visitor.browser()
                .get(path)
                .then()
                .statusCode(410)
                .body(allOf(containsString(spent), containsString("action=\"/preferences\"")));
    }

    @Test
    void aForeignLinkLeadsNowhere() {
        for (var token : new String[] {"x", "v1.c.1.0.0.AAAA", "%3Cscript%3E"}) {
            var address = "/confirm/" + token;
            visitor.browser().urlEncodingEnabled(false).get(address).then().statusCode(404);
            visitor.form().urlEncodingEnabled(false).post(address).then().statusCode(404);
        }
    }
}
