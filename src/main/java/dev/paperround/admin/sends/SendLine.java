package dev.paperround.admin.sends;

import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.sending.Send;
import dev.paperround.sending.report.SendProgress;

record SendLine(SendProgress send) {
    public String state() {
        return switch (send.state()) {
            case PLANNING -> "planning";
            case SENDING -> "sending";
            case PAUSED -> "paused";
            case DONE -> "done";
            case CANCELLED -> "cancelled";
        };
    }

    public String call() {
        return "GET /api/admin/deliveries?send=" + send.id();
    }

    public boolean running() {
        return send.state() == Send.State.PLANNING
                || send.state() == Send.State.SENDING
                || send.state() == Send.State.CANCELLED && send.finishedAt() == null;
    }

    public boolean canBePaused() {
        return send.state() == Send.State.PLANNING || send.state() == Send.State.SENDING;
    }

    public boolean paused() {
        return send.state() == Send.State.PAUSED;
    }

    public long settled() {
        return send.sent() + send.rejected() + send.unknown();
    }

    public boolean measurable() {
        return send.planned() > 0 && !send.dryRun();
    }

    public Message timeLeft() {
        var seconds = send.secondsLeft();
        if (seconds == null) {
            return Message.asIs("");
        }
        if (seconds < 60) {
            return Message.of(SendMessages.class, say -> say.lessThanAMinute());
        }
        var minutes = (seconds + 59) / 60;
        if (minutes >= 120) {
            return Message.of(SendMessages.class, say -> say.hoursLeft((minutes + 30) / 60));
        }
        return minutes == 1
                ? Message.of(SendMessages.class, say -> say.aMinute())
                : Message.of(SendMessages.class, say -> say.minutesLeft(minutes));
    }
}
