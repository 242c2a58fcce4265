package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "mail", locale = "en")
public interface MailMessages {
    String lang();

    String webView();

    String unsubscribe();

    String preheader(int matched, int considered);

    String weekTo(String day);

    String matching(int matched, int considered);

    String best(int shown);

    String sample();

    String more(int more);

    String because();

    String stop();

    String change();

    String changeFilters();

    String matches();

    String nothingToday();

    String nextComes();

    String seeAll();

    String askedForNote();

    String stopNotes();

    String confirmTitle();

    String confirmPreheader();

    String somebodyAsked();

    String untilYes();

    String untilYesText();

    String confirmButton();

    String ifNoButton();

    String goodFor();

    String preferences();

    String linkPreheader();

    String already();

    String yourLink();

    String signedUpAgain();

    String youAsked();

    String openPreferences();

    String whoeverHas();

    String goodbyeTitle();

    String goodbyePreheader();

    String goodbyeLead();

    String goodbyeBack();

    String goodbyeButton();

    String privacy();

    String author();

    String authors(Object count);

    String andMoreAuthors(Object named, Object count);

    String upvote();

    String upvotes(Object count);

    String comment();

    String comments(Object count);

    String abstractPage();

    String code();

    String codeWithStars(Object stars);

    String codeElsewhere(Object host);

    String project();

    String projectElsewhere(Object host);

    String feedOfAll();

    String feedOfQuery(Object query);

    String digestSubjectOfOne(Object day, Object title);

    String digestSubject(Object day, Object title, Object count);

    String weeklySubjectOfOne(Object day, Object title);

    String weeklySubject(Object day, Object title, Object count);

    String nothingSubject(Object day);

    String nothingToChoose();

    String theOneDoesNotMatch(Object days);

    String noneMatches(Object papers, Object days);

    String allCameBefore();

    String confirmSubject();

    String preferencesSubject();

    String goodbyeSubject();

    String noPapers();

    String noMatch();

    String nothingNew();

    String notASubscriber();

    String notConfirmed();

    String unsubscribed();

    String suppressed();

    String erased();

    String paused();

    String tooLate();

    String tooSoon();

    String unreadable();

    String gaveUp();

    String bounced();

    String cancelled();

    String noteOnly();

    String onItsWay();

    String refusedForNow(Object time);

    String refusedForNowSaying(Object reply, Object time);

    String mailboxRefused();

    String mailboxRefusedSaying(Object reply);

    String lastWords(Object reply);

    String connectionBroke();

    String sourceEmpty();

    String pausedUntil(Object day);

    String notYetDue(Object hour, Object zone);

    String subscribedAfter();

    String aboutToBeMade();

    String nothingPlanned();

    String notTheWeekday(Object weekday);

    String theWeekend();

    String dateInFull();

    String dateInShort();

    String dateWithoutWeekday();

    String dateWithYear();

    String dateOfMonth();

    String dateAndTime();

    String largeNumbers();

    String trending();

    String closeTo(Object text);
}
