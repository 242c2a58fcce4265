package dev.paperround;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.MailConfig;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;

/** One mail after the other through Quarkus Mailer, as its guide shows it, put together without a container. */
final class QuarkusMailerLoop {
    private QuarkusMailerLoop() {}

    /** Mails a second. */
    static double send(int port, int mails) throws ReflectiveOperationException {
        var vertx = Vertx.vertx();
        try {
            var client = MailClient.create(
                    vertx,
                    new MailConfig().setHostname("127.0.0.1").setPort(port).setMaxPoolSize(10));
            var mailer = mailer(vertx, client);
            var html = SampleMail.html();
            var text = SampleMail.text();
            var begun = System.nanoTime();
            for (var i = 0; i < mails; i++) {
                mailer.send(Mail.withHtml("reader" + i + "@example.org", "20 papers for today", html)
                        .setText(text));
            }
            return mails / ((System.nanoTime() - begun) / 1e9);
        } finally {
            vertx.closeAndAwait();
        }
    }

    private static Mailer mailer(Vertx vertx, MailClient client) throws ReflectiveOperationException {
        var nobodyListens = (Event<?>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
        var reactive =
                Class.forName("io.quarkus.mailer.runtime.MutinyMailerImpl").getDeclaredConstructors()[0];
        reactive.setAccessible(true);
        var sender = (ReactiveMailer) reactive.newInstance(
                vertx, client, null, "digest@example.org", null, false, List.of(), false, false, nobodyListens);
        var blocking = Class.forName("io.quarkus.mailer.runtime.BlockingMailerImpl")
                .getDeclaredConstructor(ReactiveMailer.class, Duration.class);
        blocking.setAccessible(true);
        return (Mailer) blocking.newInstance(sender, Duration.ofSeconds(60));
    }
}
