package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "ingest", locale = "en")
public interface IngestMessages {
    String asked();

    String busy();

    String noPaper();

    String position(int number);

    String emptyWeekday();

    String notStored(Object why);

    String notBegun(Object day, Object today);

    String answered(Object address, Object status);

    String answeredSaying(Object address, Object status, Object text);

    String notRead(Object address, Object why);

    String notWaited(Object address);

    String notBefore(Object host, Object time);

    String noAnswer(Object seconds);

    String answerTooLong(Object bytes);

    String noEnd(Object pages);

    String datedLater(Object day);

    String oldListing(Object listed, Object day);

    String noFeed(Object why);

    String noRss(Object element);

    String atLine(Object line, Object column);

    String noJson(Object place, Object why);

    String noArray(Object found, Object line, Object column);

    String moreThanArray(Object place);

    String noObject(Object found);

    String noTitle();

    String noId();

    String dayToCome(Object day);

    String byLineCut();

    String abstractCut(Object text);

    String nothingAbove();

    String titleAlone(Object text);

    String abstractAlone(Object text);

    String noPage();

    String notUtf8(Object charset);

    String noCharset(Object charset);

    String controlCharacters();

    String noSentence();

    String refused();

    String ingestGone(Object id);

    String paperGone(Object id);

    String noWord();

    String noText();
}
