package dev.paperround.health;

import dev.paperround.i18n.DoctorSentence;
import java.time.Duration;

/** Defines the background tasks and the longest time each may go without a heartbeat. */
public enum Duty {
    PLANNING(DoctorSentence.DUTY_PLANNING, Duration.ofMinutes(10)),
    PLANNING_SENDS(DoctorSentence.DUTY_PLANNING_SENDS, Duration.ofMinutes(10)),
    SENDING(DoctorSentence.DUTY_SENDING, Duration.ofMinutes(10)),
    RECORDING(DoctorSentence.DUTY_RECORDING, Duration.ofMinutes(10)),
    POSTING(DoctorSentence.DUTY_POSTING, Duration.ofMinutes(10)),
    SINGLE_MAILS(DoctorSentence.DUTY_SINGLE_MAILS, Duration.ofMinutes(30)),
    // Sources are polled one after another, and each may take minutes.
    POLLING(DoctorSentence.DUTY_POLLING, Duration.ofHours(2)),
    COLLECTING_BOUNCES(DoctorSentence.DUTY_COLLECTING_BOUNCES, Duration.ofHours(2)),
    MEASURING(DoctorSentence.DUTY_MEASURING, Duration.ofMinutes(30));

    final DoctorSentence words;
    final Duration patience;

    Duty(DoctorSentence words, Duration patience) {
        this.words = words;
        this.patience = patience;
    }

    // The other tasks have their own threads, which start with the first mail.
    boolean isScheduled() {
        return this != RECORDING && this != POSTING;
    }
}
