package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "sends", locale = "en")
public interface SendMessages {
    String newest();

    String fromNowOn();

    String openInBackup();

    String nothingSentSince();

    String noSend();

    String kindHead();

    String progress();

    String kind(String name, boolean dryRun);

    String state(String word);

    String settled();

    String of(long settled, long planned);

    String planned();

    String skipped();

    String pending();

    String sent();

    String retrying();

    String rejected();

    String unknown();

    String mailsPerSecond();

    String startOne();

    String nothingStarted();

    String dayOfDigest();

    String whoGetsIt();

    String everyActive();

    String onlyThese();

    String addresses();

    String oneALine();

    String how();

    String force();

    String dryRun();

    String start();

    String lookFirst();

    String minded();

    String days();

    String noPapers();

    String takeSome();

    String allDays();

    String searchImportExport();

    String newestIngests();

    String moreIngests();

    String send(long id);

    String forDay(String day, String kind, boolean dryRun);

    String dryRunOver();

    String nothingLeaves();

    String pause();

    String resume();

    String cancelRest();

    String started();

    String finished();

    String unknownMeans();

    String byState();

    String all();

    String none(String state);

    String before();

    String digestBefore();

    String digestAfter();

    String toAll();

    String toNamed();

    String withForce();

    String onlyPlanned();

    String back();

    String testFirst();

    String testAddress();

    String sendTest();

    String testHolds();

    String asBefore();

    String asAfter();

    String theDigest();

    String reason();

    String attempts();

    String sendHead();

    String changedUtc();

    String erased();

    String ofAddress(String email);

    String lastDays();

    String noDelivery();

    String previewHead();

    String subscriber();

    String previewHint();

    String sayWho();

    String nameOne();

    String formUsed();

    String noSuchSend(Object id);

    String noMailToShow(Object count);

    String nobodySubscribed(Object email);

    String noMail(Object why);

    String lessThanAMinute();

    String aMinute();

    String minutesLeft(Object minutes);

    String hoursLeft(Object hours);

    String pausedByOperator();

    String pausedAlready();

    String doneNotPaused();

    String cancelledNotPaused();

    String notPaused();

    String isDone();

    String cancelledStartAnother();

    String doneNotCancelled();

    String cancelledBefore();

    String heldBack(Object owner, Object own);

    String restored();

    String mayHaveLeftBefore();

    String stoppedOnItsWay();

    String relayRefusesUs(Object reply);

    String notUnknown(Object state);

    String cancelledSentOnly();
}
