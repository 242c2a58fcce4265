package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "failure", locale = "en")
public interface FailureMessages {
    String noStarttls(Object settings);

    String noPassword(Object settings);

    String noAuth();

    String notInTime(Object command);

    String interrupted(Object command);

    String relayRefused(Object command, Object reply);

    String relayRefusedLogin(Object command, Object reply, Object settings);

    String certificate(Object host, Object settings, Object why);

    String relayFailed(Object command, Object why);

    String refused();

    String unknownHost();

    String noRoute();

    String timedOut();

    String closed();

    String portTaken();

    String portDenied();

    String certificateOutOfDate();

    String certificateOfAnother();

    String certificateNotTrusted();

    String noTls();

    String tlsFailed();

    String loginRefused();

    String noFolder();

    String mailServer();

    String noResolver();

    String resolverFailed();

    String databaseAway();

    String databaseFull();

    String databaseLogin();

    String noDatabase();

    String databaseRefused();

    String databaseFailed();

    String nested();

    String tooLarge();

    String endsEarly();

    String unexpectedText(Object text);

    String notJson();

    String notXml(Object line, Object column);

    String quoteOpen();

    String quoteInside();

    String columnTwice();

    String columnNameless();

    String notCsv();

    String notUtf8();

    String noFile();

    String fileInTheWay();

    String readOnly();

    String noAccess();

    String diskFull();

    String noMemory();

    String stopping();

    String unexpected();

    String repliesWithoutSense();

    String noReplyWithin(Object seconds);

    String relayAnswered(Object command, Object reply);

    String replyNotKept();

    String mailNotWritten(Object why);

    String mailTooLarge(Object bytes);

    String mailLargerThanTaken();
}
