package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "doctor", locale = "en")
public interface DoctorMessages {
    String linksToThisMachine(Object address);

    String setBaseUrl();

    String linksWillDo(Object address);

    String linksLead(Object address);

    String linksWithoutTls(Object address);

    String putTlsInFront(Object host);

    String mailsCome(Object sender);

    String nobodyKnowsDomain(Object sender);

    String setMailFrom();

    String mailsWillDo(Object sender);

    String secretLong();

    String secretShort(Object length);

    String setSecret();

    String tokenLong();

    String tokenShort(Object length);

    String setToken();

    String nothingHeldBack();

    String acceptHere();

    String noMailLeaves(Object relay, Object settings);

    String answersTls(Object address);

    String answersTlsLogin(Object address);

    String answersPlain(Object address);

    String answersPlainLogin(Object address);

    String readOnTheWay();

    String requireTls(Object settings);

    String passwordInClear();

    String requireTlsOrTls(Object settings);

    String passwordSafe();

    String noPassword();

    String timeAgreed();

    String timeApart(Object seconds);

    String keepTime();

    String schema(Object version);

    String schemaBehind(Object count);

    String restart();

    String noPapers();

    String waitForPapers();

    String seePapers();

    String ingestFailed(Object source, Object why);

    String ingestAt(Object source, Object time);

    String nothingSince(Object source, Object day);

    String noIngestFor(Object hours);

    String dutyPlanning();

    String dutyPlanningSends();

    String dutySending();

    String dutyRecording();

    String dutyPosting();

    String dutySingleMails();

    String dutyPolling();

    String dutyCollectingBounces();

    String dutyMeasuring();

    String dutySilent(Object duty, Object minutes);

    String dutyFailing(Object duty, Object minutes, Object why);

    String dutiesDone();

    String restartIt();

    String seeLog();

    String meaningOff();

    String meaningNotLoaded(Object why);

    String setEndPoint();

    String endPointFails(Object host, Object why);

    String meaningWorks(Object waiting);

    String notRecorded(Object count);

    String allRecorded();

    String noOldTransaction();

    String oldTransaction(Object minutes, Object process, Object user, Object program);

    String endTransaction(Object process);

    String dkim();

    String dkimFound(Object name);

    String dkimShort(Object name, Object bits);

    String longerDkim();

    String noDkim(Object name);

    String manyDkim(Object name, Object count);

    String otherDkim(Object name);

    String publishDkim(Object name, Object record);

    String notPublic(Object name);

    String noResolver(Object name, Object why);

    String noSpf(Object domain);

    String publishSpf();

    String manySpf(Object domain, Object count);

    String makeOne();

    String spfForAll(Object domain, Object record);

    String endSpf();

    String found(Object name, Object record);

    String noDmarc(Object domain);

    String publishDmarc(Object domain);

    String seeOperations();

    String bouncesCome(Object domain);

    String bouncesOff(Object sender);

    String setBouncesDomain();

    String noMx(Object domain);

    String publishMx();

    String nothingImprobable();

    String improbableRefusals(Object domains);

    String decideHeld();

    String mailboxAnswers(Object host);

    String mailboxFails(Object host, Object why);

    String mendMailbox();
}
