package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "bounce", locale = "en")
public interface BounceMessages {
    String mailTooLong(Object bytes);

    String notAMail();

    String notABounce();

    String autoReply();

    String erasedMeanwhile();

    String notSigned();

    String reportedBefore();

    String confirmedSince();

    String byPolicy();

    String nothingToDo(Object kind);

    String softDays(Object days, Object most);

    String refusalsHeld();

    String heldSuppressed(Object addresses, Object domain);

    String heldLetGo(Object addresses, Object domain);

    String notHeld(Object domain);

    String suppressedFor(Object reason);

    String notSpam();

    String somethingElse();

    String delivered();

    String relayed();

    String expanded();

    String delayed();

    String refusedByPolicy();

    String softBounce();

    String hardBounce();

    String complaint();

    String unsubscribed();

    String notUnderstood();

    String unsubscribedByMail();

    String keptUnread();

    String noSuchBounce(Object number);

    String noVerdict(Object typed);

    String noSuchMailbox();

    String cameBack();

    String reportedAsSpam();

    String byAnOperator();
}
