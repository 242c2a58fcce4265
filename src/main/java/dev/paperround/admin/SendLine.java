package dev.paperround.admin;

import dev.paperround.delivery.Send;
import dev.paperround.delivery.SendProgress;

/** A send as the pages tell of it. */
record SendLine(SendProgress send) {
    String kind() {
        var kind =
                switch (send.kind()) {
                    case MANUAL -> "by hand";
                    case SCHEDULED -> "scheduled";
                };
        return send.dryRun() ? kind + ", dry run" : kind;
    }

    String state() {
        return switch (send.state()) {
            case PLANNING -> "planning";
            case SENDING -> "sending";
            case PAUSED -> "paused";
            case DONE -> "done";
            case CANCELLED -> "cancelled";
        };
    }

    boolean running() {
        return send.state() == Send.State.PLANNING || send.state() == Send.State.SENDING;
    }

    /** Mails of which nothing more is to come. */
    long settled() {
        return send.sent() + send.rejected() + send.unknown();
    }

    boolean measurable() {
        return send.planned() > 0 && !send.dryRun();
    }
}
