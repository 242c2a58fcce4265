package dev.paperround.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.Letter;
import dev.paperround.subscription.Links;
import dev.paperround.subscription.MailRequest;
import dev.paperround.subscription.SignUps;
import dev.paperround.subscription.Subscriber;
import dev.paperround.subscription.SubscriberState;
import dev.paperround.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Opens the mails that the pages lead to. */
@ApplicationScoped
class Newcomers {
    @Inject
    SignUps signUps;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Links links;

    @Transactional
    List<MailRequest> requests(String email) {
        return MailRequest.list("email", email);
    }

    /** The letter the newest request of the address is answered with. */
    @Transactional
    Optional<Letter> letter(String email) {
        var requests = requests(email);
        assertThat(requests).isNotEmpty();
        return signUps.answer(requests.get(requests.size() - 1));
    }

    /** The path in that letter. */
    String path(String email) {
        return letter(email).orElseThrow().link().substring(links.to("").length());
    }

    @Transactional
    Optional<SubscriberState> state(String email) {
        return Subscriber.findByEmail(EmailAddress.parse(email).orElseThrow()).map(it -> it.state);
    }

    @Transactional
    List<String> filters(String email) {
        return Subscriber.findByEmail(EmailAddress.parse(email).orElseThrow()).orElseThrow().filterTexts().stream()
                .map(it -> it.name() + ": " + it.query())
                .toList();
    }

    /** Signs up and confirms; the path of the preferences. */
    String subscribed(String email) {
        new Visitor().signsUp(email, "diffusion").then().statusCode(303);
        var token = path(email).substring("/confirm/".length());
        return "/preferences/" + subscriptions.confirm(token, Optional.empty()).manageToken();
    }

    @Transactional
    String unsubscribePath(String email) {
        var id = Subscriber.findByEmail(EmailAddress.parse(email).orElseThrow()).orElseThrow().id;
        return links.unsubscribe(id).substring(links.to("").length());
    }
}
