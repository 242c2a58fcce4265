package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "lists", locale = "en")
public interface ListMessages {
    String takeInPapers();

    String featuredDay();

    String savedPage();

    String orFile();

    String beforeText();

    String takeIn();

    String twice();

    String askNow();

    String askHint();

    String undo();

    String undone();

    String removePaper();

    String paperId();

    String removeHint();

    String took(int received, String day, int added, int updated, int unchanged, int rejected);

    String rejectedBy();

    String source();

    String received();

    String added();

    String updated();

    String unchanged();

    String rejected();

    String seconds();

    String beganUtc();

    String odd();

    String timesAlike(int times);

    String failed();

    String warning();

    String someRejected(int rejected);

    String importList();

    String eraseOne();

    String partOfAddress();

    String nobodyMatches();

    String nobodyYet();

    String filters();

    String when();

    String schedule(String frequency, String weekday, String sendAt, String timeZone, int maxPapers);

    String erase();

    String importHead();

    String imported(int received, int added, int updated, int rejected);

    String importFormat();

    String onlyConsented();

    String eraseHead();

    String isErased(String email);

    String eraseSure();

    String backToSubscribers();

    String bouncesHead();

    String suppressedAddresses();

    String bounceResult(String name);

    String nothingCameBack();

    String readIt();

    String status();

    String diagnostic();

    String delivery();

    String receivedUtc();

    String suppressed();

    String byHand();

    String byHandHint();

    String orSource();

    String listReport(int received, int suppressed, int rejected);

    String wholeOrPart();

    String noSuppressedMatches();

    String noneSuppressed();

    String why();

    String onlyHash();

    String heldHead();

    String heldHint();

    String heldDomain();

    String heldAddresses();

    String heldReply();

    String keepMailing();

    String lift();

    String suppressOne();

    String suppressHint();

    String suppress();

    String suppressList();

    String suppressFormat();

    String chart(String id);

    String chartTable(String id);

    String series(String name);

    String nothingToDraw();

    String popular();

    String popularHint();

    String query();

    String daysInUtc();

    String columnsMissing(Object columns, Object missing);

    String columns(Object columns, Object why);

    String suppressionColumns();

    String suppressionColumnsBut(Object why);

    String notUtf8();

    String columnTwice(Object column);

    String noCsv();

    String noFilters(Object typed);

    String filtersDisagree();

    String cells(Object cells, Object columns);

    String inColumn(Object column, Object why);

    String onlyActive(Object state);

    String noNumber(Object typed);

    String erasedSince(Object email);

    String isSuppressed(Object email, Object why);

    String hasGone(Object email);

    String noReason(Object typed);

    String giveAnAddress();

    String tickTheBox();

    String nobodyKnown(Object email);

    String noMoreMail(Object email);

    String lifted(Object email);

    String notSuppressed(Object email);
}
