package dev.paperround.sending;

import dev.paperround.House;
import dev.paperround.Rounds;
import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.digest.PaperWindows;
import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.digest.rendering.WholeMail;
import dev.paperround.i18n.Language;
import dev.paperround.mail.DigestMailFactory;
import dev.paperround.mail.HeaderText;
import dev.paperround.mail.MailMessage;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.subscriber.Recipient;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.token.Links;
import dev.paperround.transport.smtp.DigestMailFormat;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RenderingRounds {
    private static final int SUBSCRIBERS = 10_000;
    private static final Instant PLANNED = Instant.parse("2026-11-18T07:00:00Z");

    @Inject
    House house;

    @Inject
    PaperWindows windows;

    @Inject
    DigestMailFormat format;

    @Inject
    DigestMailFactory mails;

    @Inject
    Links links;

    private record Job(LeasedDelivery delivery, Recipient recipient) {}

    @Test
    void measure() throws Exception {
        var invented = new InventedAudience(20261118);
        house.empty();
        house.ingestRows(InventedAudience.DAY.toString(), invented.rows(60)).statusCode(200);
        var jobs = jobs(invented);
        var bytes = new AtomicLong();
        var first = cpu(jobs, it -> {
            var length = inParts(it);
            bytes.addAndGet(length);
            return length;
        });
        System.out.printf(
                Locale.ROOT,
                "%,d mails of 20 papers, %,d bytes on average; the first time, with nothing rendered yet, %.3f ms each%n",
                jobs.size(),
                bytes.get() / jobs.size(),
                first);
        var whole = new WholeMail(windows.upTo(InventedAudience.DAY), links.to(""));
        new Rounds(5, "ms of CPU a mail")
                .with("rendered and encoded whole", () -> cpu(jobs.subList(0, 1_000), it -> whole(whole, it)))
                .with("put together from parts", () -> cpu(jobs, this::inParts))
                .run();
    }

    private int inParts(Job job) {
        return format.write(job.delivery().digest(), job.recipient()).message().bytes().length;
    }

    private int whole(WholeMail whole, Job job) {
        var delivery = job.delivery();
        windows.upTo(delivery.day());
        var mailLinks = new DigestLinks(
                links.digest(delivery.id(), delivery.createdOn()),
                links.manage(job.recipient()),
                links.unsubscribe(job.recipient().id()),
                links.to("/"));
        var parts = whole.of(
                delivery.day(), delivery.digest().chosen(), job.recipient().filters(), mailLinks);
        var messageId = mails.messageId(delivery.id());
        var headers = List.of("Message-ID: " + messageId, "Subject: " + HeaderText.encode(parts.subject()));
        return MailMessage.of(
                        headers, messageId, QuotedPrintableText.of(parts.text()), QuotedPrintableText.of(parts.html()))
                .unsigned()
                .bytes()
                .length;
    }

    private List<Job> jobs(InventedAudience invented) {
        var composer = windows.upTo(InventedAudience.DAY).composer();
        var jobs = new ArrayList<Job>();
        for (var id = 1L; id <= SUBSCRIBERS; id++) {
            var filters = invented.filters();
            var queries = new ArrayList<>(filters.stream().map(it -> it.query()).toList());
            var composition = composer.compose(queries, Set.of(), 20);
            while (composition.papers().size() < 20) {
                if (filters.size() > 40) {
                    throw new IllegalStateException(
                            "Forty filters find " + composition.papers().size() + " of " + composition.considered()
                                    + " papers; twenty are wanted.");
                }
                filters.add(invented.filter());
                queries.add(filters.get(filters.size() - 1).query());
                composition = composer.compose(queries, Set.of(), 20);
            }
            jobs.add(new Job(
                    new LeasedDelivery(
                            id,
                            InventedAudience.DAY,
                            1,
                            InventedAudience.DAY,
                            id,
                            composition.papers(),
                            composition.more().size(),
                            composition.considered(),
                            0,
                            PLANNED,
                            Optional.empty(),
                            null,
                            Optional.empty(),
                            Optional.empty(),
                            "nobody"),
                    new Recipient(
                            id,
                            "reader" + id + "@bench.example",
                            SubscriberState.ACTIVE,
                            1,
                            filters,
                            false,
                            Language.EN)));
        }
        return jobs;
    }

    private static double cpu(List<Job> jobs, ToIntFunction<Job> written) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        var bytes = 0L;
        for (var job : jobs) {
            bytes += written.applyAsInt(job);
        }
        var spent = threads.getCurrentThreadCpuTime() - before;
        if (bytes == 0) {
            throw new IllegalStateException("Nothing was written.");
        }
        return spent / 1e6 / jobs.size();
    }
}
