package dev.paperround.admin.doctor;

import dev.paperround.bounce.ImprobableRefusals;
import dev.paperround.database.Sql;
import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.ingest.IngestRecord;
import dev.paperround.paper.ingest.IngestRecords;
import dev.paperround.paper.source.PaperSources;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

@Singleton
class StateChecks {
    private static final Duration APART = Duration.ofSeconds(5);
    private static final Duration FAR_APART = Duration.ofMinutes(1);
    private static final Duration OLD = Duration.ofHours(26);

    // This is longer than any weekend with public holidays around it.
    private static final int STALE_DAYS = 5;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    IngestRecords ingests;

    @Inject
    PaperSources sources;

    @Inject
    ImprobableRefusals improbable;

    @Inject
    Flyway flyway;

    Stream<Check> checks() {
        return Stream.concat(Stream.of(clock(), migrations(), suppressions()), papers());
    }

    private Check suppressions() {
        var name = "suppressions";
        var held = improbable.list();
        return held.isEmpty()
                ? Check.ok(name, Message.of(DoctorMessages.class, say -> say.nothingImprobable()))
                : Check.warn(
                        name,
                        Message.of(
                                DoctorMessages.class,
                                say -> say.improbableRefusals(held.stream()
                                        .map(ImprobableRefusals.Held::domain)
                                        .collect(Collectors.joining(", ")))),
                        Message.of(DoctorMessages.class, say -> say.decideHeld()));
    }

    private Check clock() {
        var name = "clock";
        var databaseTime = sql.one("select clock_timestamp() as now", row -> Sql.instant(row, "now"));
        var apart = Duration.between(databaseTime, clock.instant()).abs();
        if (apart.compareTo(APART) <= 0) {
            return Check.ok(name, Message.of(DoctorMessages.class, say -> say.timeAgreed()));
        }
        var says = Message.of(DoctorMessages.class, say -> say.timeApart(apart.toSeconds()));
        var mend = Message.of(DoctorMessages.class, say -> say.keepTime());
        return apart.compareTo(FAR_APART) <= 0 ? Check.warn(name, says, mend) : Check.fail(name, says, mend);
    }

    private Check migrations() {
        var name = "migrations";
        var info = flyway.info();
        return info.pending().length == 0
                ? Check.ok(
                        name,
                        Message.of(
                                DoctorMessages.class,
                                say -> say.schema(info.current().getVersion())))
                : Check.fail(
                        name,
                        Message.of(DoctorMessages.class, say -> say.schemaBehind(info.pending().length)),
                        Message.of(DoctorMessages.class, say -> say.restart()));
    }

    // Each source is checked separately, so that a stalled one is not hidden by the others.
    private Stream<Check> papers() {
        var last =
                ingests.newest(Optional.empty(), Optional.empty(), 1).stream().findFirst();
        var all = last.map(it -> check("papers", it))
                .orElseGet(() -> Check.warn(
                        "papers",
                        Message.of(DoctorMessages.class, say -> say.noPapers()),
                        Message.of(DoctorMessages.class, say -> say.waitForPapers())));
        return Stream.concat(Stream.of(all), sources.scheduled().stream().flatMap(this::papersFrom));
    }

    private Stream<Check> papersFrom(String source) {
        var name = "papers: " + source;
        return ingests.newest(Optional.of(source), Optional.empty(), 1).stream()
                .map(last -> check(name, last))
                .map(check ->
                        check.state() == Check.State.OK ? stale(name, source).orElse(check) : check);
    }

    private Optional<Check> stale(String name, String source) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return ingests.newestDayWithPapers(source)
                .filter(newest -> newest.isBefore(today.minusDays(STALE_DAYS)))
                .map(newest -> Check.warn(
                        name,
                        Message.of(DoctorMessages.class, say -> say.nothingSince(source, newest)),
                        Message.of(DoctorMessages.class, say -> say.seePapers())));
    }

    private Check check(String name, IngestRecord last) {
        var mend = Message.of(DoctorMessages.class, say -> say.seePapers());
        if (last.error() != null) {
            return Check.warn(
                    name, Message.of(DoctorMessages.class, say -> say.ingestFailed(last.source(), last.error())), mend);
        }
        var age = Duration.between(last.lastAt(), clock.instant());
        return age.compareTo(OLD) <= 0
                ? Check.ok(name, Message.of(DoctorMessages.class, say -> say.ingestAt(last.source(), last.lastAt())))
                : Check.warn(name, Message.of(DoctorMessages.class, say -> say.noIngestFor(age.toHours())), mend);
    }
}
