package dev.paperround;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Engine;
import io.vertx.ext.mail.MailConfig;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One mail after the other through Quarkus Mailer, as its guide shows it, put together without a container. */
final class QuarkusMailerLoop {
    private static final String SUBJECT = "20 papers for today";

    private static final String HTML = """
            <!doctype html><html lang="en"><body>
            <p>Good morning, {reader}</p>
            {#each papers}<div style="padding:18px 0;border-bottom:1px solid #e2ded5"><h2 style="margin:0;font-size:19px">{it.title}</h2>
            <p style="margin:8px 0 0;color:#33312c">{it.abstract}</p></div>
            {/each}</body></html>
            """;

    private static final String TEXT = """
            Good morning, {reader}

            {#each papers}{it.title}
            {it.excerpt}

            {/each}""";

    private QuarkusMailerLoop() {}

    private interface Work {
        void on(Mailer mailer, int number) throws SQLException;
    }

    /** Mails a second, of one mail made beforehand. */
    static double send(int port, int mails) throws ReflectiveOperationException, SQLException {
        var html = SampleMail.html();
        var text = SampleMail.text();
        return each(
                port,
                mails,
                (mailer, number) -> mailer.send(
                        Mail.withHtml(address(number), SUBJECT, html).setText(text)));
    }

    /** Mails a second, as a service of a few lines has it: each rendered by Qute, sent, and noted as sent. */
    static double renderSendAndNote(int port, int mails, PlanningDatabase database)
            throws ReflectiveOperationException, SQLException {
        var engine = Engine.builder().addDefaults().build();
        var html = engine.parse(HTML, null, "digest.html");
        var text = engine.parse(TEXT, null, "digest.txt");
        var papers = SampleMail.papers().stream()
                .map(paper -> Map.of(
                        "title", paper.substring(0, 80),
                        "abstract", paper.substring(80, 1_080),
                        "excerpt", paper.substring(80, 500)))
                .toList();
        database.execute("create table if not exists noted (reader text primary key, sent_at timestamptz)");
        database.execute("truncate noted");
        try (var note = database.connection.prepareStatement("insert into noted values (?, now())")) {
            return each(port, mails, (mailer, number) -> {
                var reader = address(number);
                mailer.send(Mail.withHtml(
                                reader,
                                SUBJECT,
                                html.data("reader", reader, "papers", papers).render())
                        .setText(text.data("reader", reader, "papers", papers).render()));
                note.setString(1, reader);
                note.executeUpdate();
            });
        }
    }

    private static String address(int number) {
        return "reader" + number + "@example.org";
    }

    private static double each(int port, int mails, Work work) throws ReflectiveOperationException, SQLException {
        var vertx = Vertx.vertx();
        try {
            var client = MailClient.create(
                    vertx,
                    new MailConfig().setHostname("127.0.0.1").setPort(port).setMaxPoolSize(10));
            var mailer = mailer(vertx, client);
            var begun = System.nanoTime();
            for (var i = 0; i < mails; i++) {
                work.on(mailer, i);
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
