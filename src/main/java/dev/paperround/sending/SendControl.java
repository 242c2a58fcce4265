package dev.paperround.sending;

import dev.paperround.i18n.OperatorSentence;
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
    public record Answer(Optional<String> refusal) {
        public static final Answer DONE = new Answer(Optional.empty());

        public static Answer refused(String why) {
            return new Answer(Optional.of(why));
        }

        public static Answer refused(OperatorSentence why) {
            return refused(why.english());
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
                send.pauseReason = OperatorSentence.PAUSED_BY_OPERATOR.english();
                yield Answer.DONE;
            }
            case PAUSED -> Answer.refused(OperatorSentence.PAUSED_ALREADY);
            case DONE -> Answer.refused(OperatorSentence.DONE_NOT_PAUSED);
            case CANCELLED -> Answer.refused(OperatorSentence.CANCELLED_NOT_PAUSED);
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
            case PLANNING, SENDING -> Answer.refused(OperatorSentence.NOT_PAUSED);
            case DONE -> Answer.refused(OperatorSentence.IS_DONE);
            case CANCELLED -> Answer.refused(OperatorSentence.CANCELLED_START_ANOTHER);
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
            case DONE -> Answer.refused(OperatorSentence.DONE_NOT_CANCELLED);
            case CANCELLED -> Answer.refused(OperatorSentence.CANCELLED_BEFORE);
        };
    }
}
