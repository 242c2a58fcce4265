package dev.paperround.admin.papers;

import dev.paperround.admin.AuditContext;
import dev.paperround.admin.DigestDays;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.ingest.IngestReport;
import dev.paperround.paper.ingest.Ingests;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import dev.paperround.paper.source.savedpage.SavedPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Imports papers submitted through the API or the admin page. */
@ApplicationScoped
class PaperInput {
    private static final LocalDate ARXIV_BEGAN = LocalDate.of(1991, 8, 14);

    @Inject
    Ingests ingests;

    @Inject
    Clock clock;

    @Inject
    DigestDays days;

    @Inject
    AuditContext act;

    /** Holds either a report or the reason nothing was imported. */
    record Taken(IngestReport report, Problem refusal, List<Rejection> rejected) {
        Taken(IngestReport report, Problem refusal) {
            this(report, refusal, List.of());
        }

        IngestReport orRefuse() {
            if (refusal != null) {
                throw refusal.exception();
            }
            return report;
        }
    }

    Taken take(String source, LocalDate day, ParseResult reading) {
        var report = ingests.byHand(source, day, clock.instant(), reading);
        act.on(Message.of(AdminMessages.class, say -> say.onPapers(day)));
        act.counts(report.added() + report.updated());
        if (reading.refusal().isPresent()) {
            return new Taken(null, Problem.of(400, reading.refusal().get()));
        }
        if (reading.holdsNoPaper()) {
            return new Taken(null, noPaper(reading.rejections()), reading.rejections());
        }
        return new Taken(report, null);
    }

    Taken page(LocalDate day, byte[] bytes, Charset charset) {
        // Tries UTF-8 first: declared charsets are often wrong, and other text is rarely valid UTF-8 by chance.
        var reading = text(bytes, StandardCharsets.UTF_8)
                .or(() -> text(bytes, charset))
                .map(text -> SavedPage.read(text, day))
                .orElseGet(() -> new ParseResult(
                        List.of(),
                        List.of(),
                        Optional.of(Message.of(IngestMessages.class, say -> say.notUtf8(charset.name())))));
        return take(Ingests.BY_HAND_PAGE, day, reading);
    }

    static boolean isText(FileUpload file) throws IOException {
        return file == null
                || text(Files.readAllBytes(file.uploadedFile()), StandardCharsets.UTF_8)
                        .isPresent();
    }

    private static Optional<String> text(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    private static Problem noPaper(List<Rejection> rejections) {
        var errors = rejections.stream()
                .limit(100)
                .map(it -> new FieldError("position " + it.position(), it.reason()))
                .toList();
        var detail = Message.of(IngestMessages.class, say -> say.noPaper());
        return new Problem(
                "about:blank",
                "Unprocessable Content",
                422,
                detail.toString(),
                null,
                errors.isEmpty() ? null : errors,
                detail);
    }

    Optional<Message> refusal(LocalDate day) {
        return day.isAfter(days.today().plusYears(1)) || day.isBefore(ARXIV_BEGAN)
                ? Optional.of(
                        Message.of(AdminMessages.class, say -> say.dayTooFar(day.toString(), ARXIV_BEGAN.toString())))
                : Optional.empty();
    }
}
