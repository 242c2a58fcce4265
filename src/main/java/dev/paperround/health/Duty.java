package dev.paperround.health;

import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Message;
import java.time.Duration;

/** Defines the background tasks and the longest time each may go without a heartbeat. */
public enum Duty {
    PLANNING(Message.of(DoctorMessages.class, say -> say.dutyPlanning()), Duration.ofMinutes(10)),
    PLANNING_SENDS(Message.of(DoctorMessages.class, say -> say.dutyPlanningSends()), Duration.ofMinutes(10)),
    SENDING(Message.of(DoctorMessages.class, say -> say.dutySending()), Duration.ofMinutes(10)),
    RECORDING(Message.of(DoctorMessages.class, say -> say.dutyRecording()), Duration.ofMinutes(10)),
    POSTING(Message.of(DoctorMessages.class, say -> say.dutyPosting()), Duration.ofMinutes(10)),
    SINGLE_MAILS(Message.of(DoctorMessages.class, say -> say.dutySingleMails()), Duration.ofMinutes(30)),
    // Sources are polled one after another, and each may take minutes.
    POLLING(Message.of(DoctorMessages.class, say -> say.dutyPolling()), Duration.ofHours(2)),
    COLLECTING_BOUNCES(Message.of(DoctorMessages.class, say -> say.dutyCollectingBounces()), Duration.ofHours(2)),
    MEASURING(Message.of(DoctorMessages.class, say -> say.dutyMeasuring()), Duration.ofMinutes(30));

    final Message words;
    final Duration patience;

    Duty(Message words, Duration patience) {
        this.words = words;
        this.patience = patience;
    }

    // The other tasks have their own threads, which start with the first mail.
    boolean isScheduled() {
        return this != RECORDING && this != POSTING;
    }
}
