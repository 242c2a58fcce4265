package dev.paperround.admin;

import dev.paperround.delivery.Send;
import dev.paperround.delivery.SendProgress;

/** A send as the pages tell of it. */
record SendLine(SendProgress send) {
    public String kind() {
        var kind =
                switch (send.kind()) {
                    case MANUAL -> "by hand";
                    case SCHEDULED -> "scheduled";
                };
        return send.dryRun() ? kind + ", dry run" : kind;
    }

    public String state() {
        return switch (send.state()) {
            case PLANNING -> "planning";
            case SENDING -> "sending";
            case PAUSED -> "paused";
            case DONE -> "done";
            case CANCELLED -> "cancelled";
        };
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

    /** Mails of which nothing more is to come. */
    public long settled() {
        return send.sent() + send.rejected() + send.unknown();
    }

    public boolean measurable() {
        return send.planned() > 0 && !send.dryRun();
    }

    /** Empty where nobody can tell. */
    public String timeLeft() {
        var seconds = send.secondsLeft();
        if (seconds == null) {
            return "";
        }
        if (seconds < 60) {
            return "less than a minute left";
        }
        var minutes = (seconds + 59) / 60;
        return minutes < 120
                ? "about " + (minutes == 1 ? "a minute" : minutes + " minutes") + " left"
                : "about " + (minutes + 30) / 60 + " hours left";
    }
}
