package dev.paperround.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.signup.MailRequest;
import dev.paperround.subscriber.signup.SignUps;
import dev.paperround.subscriber.signup.Subscriptions;
import dev.paperround.subscriber.signup.TransactionalMail;
import dev.paperround.subscriber.token.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Opens the mails that the pages lead to. */
@ApplicationScoped
public class Newcomers {
    @Inject
    SignUps signUps;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Links links;

    @Transactional
    public List<MailRequest> requests(String email) {
        return MailRequest.list("email", email);
    }

    /** The letter the newest request of the address is answered with. */
    @Transactional
    public Optional<TransactionalMail> letter(String email) {
        var requests = requests(email);
        assertThat(requests).isNotEmpty();
        return signUps.answer(requests.get(requests.size() - 1));
    }

    /** The path in that letter. */
    public String path(String email) {
        return letter(email).orElseThrow().link().substring(links.to("").length());
    }

    @Transactional
    public Optional<SubscriberState> state(String email) {
        return Subscriber.findByEmail(EmailAddress.parse(email).orElseThrow()).map(it -> it.state);
    }

    @Transactional
    public List<String> filters(String email) {
        return Subscriber.findByEmail(EmailAddress.parse(email).orElseThrow()).orElseThrow().filterTexts().stream()
                .map(it -> it.name() + ": " + it.query())
                .toList();
    }

    /** Signs up and confirms; the path of the preferences. */
    public String subscribed(String email) {
        new Visitor().signsUp(email, "diffusion").then().statusCode(303);
        var token = path(email).substring("/confirm/".length());
        return "/preferences/" + subscriptions.confirm(token, Optional.empty()).manageToken();
    }

    @Transactional
    public String unsubscribePath(String email) {
        var id = Subscriber.findByEmail(EmailAddress.parse(email).orElseThrow()).orElseThrow().id;
        return links.unsubscribe(id).substring(links.to("").length());
    }
}
