package dev.paperround.admin.sends;

import dev.paperround.i18n.LocalizedMessage;
import dev.paperround.i18n.OperatorSentence;
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

    public LocalizedMessage timeLeft() {
        var seconds = send.secondsLeft();
        if (seconds == null) {
            return LocalizedMessage.asIs("");
        }
        if (seconds < 60) {
            return LocalizedMessage.of(OperatorSentence.LESS_THAN_A_MINUTE);
        }
        var minutes = (seconds + 59) / 60;
        if (minutes >= 120) {
            return LocalizedMessage.of(OperatorSentence.HOURS_LEFT, (minutes + 30) / 60);
        }
        return minutes == 1
                ? LocalizedMessage.of(OperatorSentence.A_MINUTE)
                : LocalizedMessage.of(OperatorSentence.MINUTES_LEFT, minutes);
    }
}
