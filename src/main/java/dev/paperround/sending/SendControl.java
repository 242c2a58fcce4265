package dev.paperround.sending;

import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Pauses, resumes and cancels sends. Every instance obeys, because the statement that lets a mail leave checks the
 * send.
 */
@ApplicationScoped
@Transactional
public class SendControl {
    public enum Action {
        PAUSE,
        RESUME,
        CANCEL
    }

    // Without a refusal the change was made; otherwise the refusal says why not.
    public record Answer(Optional<Message> refusal) {
        public static final Answer DONE = new Answer(Optional.empty());

        public static Answer refused(Message why) {
            return new Answer(Optional.of(why));
        }
    }

    // Returns empty if there is no such send.
    public Optional<Answer> change(long id, Action action) {
        return Optional.ofNullable(Send.<Send>findById(id, LockModeType.PESSIMISTIC_WRITE))
                .map(send -> switch (action) {
                    case PAUSE -> pause(send);
                    case RESUME -> resume(send);
                    case CANCEL -> cancel(send);
                });
    }

    private static Answer pause(Send send) {
        return switch (send.state) {
            case PLANNING, SENDING -> {
                send.pausedFrom = send.state;
                send.state = Send.State.PAUSED;
                send.pauseReason = Message.of(SendMessages.class, say -> say.pausedByOperator())
                        .stored();
                yield Answer.DONE;
            }
            case PAUSED -> Answer.refused(Message.of(SendMessages.class, say -> say.pausedAlready()));
            case DONE -> Answer.refused(Message.of(SendMessages.class, say -> say.doneNotPaused()));
            case CANCELLED -> Answer.refused(Message.of(SendMessages.class, say -> say.cancelledNotPaused()));
        };
    }

    private static Answer resume(Send send) {
        return switch (send.state) {
            case PAUSED -> {
                send.state = send.pausedFrom;
                send.pausedFrom = null;
                send.pauseReason = null;
                yield Answer.DONE;
            }
            case PLANNING, SENDING -> Answer.refused(Message.of(SendMessages.class, say -> say.notPaused()));
            case DONE -> Answer.refused(Message.of(SendMessages.class, say -> say.isDone()));
            case CANCELLED -> Answer.refused(Message.of(SendMessages.class, say -> say.cancelledStartAnother()));
        };
    }

    private static Answer cancel(Send send) {
        return switch (send.state) {
            case PLANNING, SENDING, PAUSED -> {
                send.state = Send.State.CANCELLED;
                send.pausedFrom = null;
                send.pauseReason = null;
                yield Answer.DONE;
            }
            case DONE -> Answer.refused(Message.of(SendMessages.class, say -> say.doneNotCancelled()));
            case CANCELLED -> Answer.refused(Message.of(SendMessages.class, say -> say.cancelledBefore()));
        };
    }
}
