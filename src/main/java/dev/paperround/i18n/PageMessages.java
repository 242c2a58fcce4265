package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "page", locale = "en")
public interface PageMessages {
    String lang();

    String skip();

    String site();

    String papers();

    String search();

    String preferences();

    String credit();

    String feedOfAll();

    String feedTitle(String query);

    String languages();

    String count(int papers);

    String papersOfMonth(long papers);

    String unit(long papers);

    String sample();

    String samplePaper();

    String papersOf(String day);

    String dayInvite();

    String otherDays();

    String otherDaysAtEnd();

    String byDay();

    String byDayIn(String month);

    String byDayAbout();

    String noPapersYet();

    String earlier(String month);

    String later(String month);

    String inMonth(long papers);

    String allMonths();

    String noPapers();

    String noPapersHere();

    String noneOn(String day);

    String noSuchDay(String typed);

    String nearest();

    String allDays();

    String noSuchPaper();

    String paperUnknownBefore();

    String paperUnknownAfter();

    String published(String date);

    String featured();

    String abstractHead();

    String keywords();

    String checkInbox();

    String onItsWay();

    String nothingComes();

    String sameForAll();

    String localMailbox();

    String confirmTitle();

    String confirmLead();

    String confirmButton();

    String confirmHint();

    String confirmed();

    String firstDigest(String moment);

    String openPreferences();

    String keepToYourself();

    String digestOf(String day);

    String matching(int matched, int considered);

    String bestByMail(int mailed);

    String moreMatched(int more);

    String matches();

    String emailOfYours();

    String mailMeALink();

    String yourPreferences();

    String noPassword();

    String notYet();

    String signUpHere();

    String leadsNowhere();

    String spent();

    String spentWhy();

    String spentHelp();

    String notOurs();

    String notOursConfirm();

    String freshPreferences();

    String notOursUnsubscribe();

    String opensNothing();

    String opensNothingWhy();

    String freshLink();

    String opensNoDigest();

    String opensNoDigestWhy();

    String digestsListed();

    String unsubscribe();

    String unsubscribeAsk();

    String unsubscribeLead();

    String unsubscribeHint();

    String unsubscribed();

    String unsubscribedLead();

    String unsubscribedBack();

    String erased();

    String erasedHead();

    String erasedLead();

    String erasedBack();

    String archiveIncomplete(int percent);

    String searchAll();

    String searchAbout();

    String query();

    String atCharacter(int position);

    String canBeAsked();

    String nothingToSearch();

    String sameLanguage(int considered);

    String folding();

    String egBoth();

    String egPhrase();

    String egOr();

    String egWithout();

    String egWithoutNot();

    String egPrefix();

    String egField();

    String egVotes();

    String egAcronym();

    String egExact();

    String egName();

    String egLike();

    String likeThis();

    String followLikeThis();

    String egTrending();

    String found(int matched, int considered);

    String foundPage(int page, int pages);

    String stop();

    String subscribeToSearch();

    String feed();

    String order();

    String newestFirst();

    String bestFirst();

    String inField(String field);

    String resultPages();

    String pageBefore();

    String pageNext();

    String pageOf(int page, int pages);

    String nothingYet();

    String nothingHelp();

    String onlyEarly();

    String subscribeTo(String query);

    String firstComes();

    String notFound();

    String notFoundHelp();

    String gone();

    String freshLinkButton();

    String oneMoment();

    String tryAgainIn(String seconds);

    String wentWrong();

    String notYourFault();

    String refused();

    String frontPage();

    String confirmConsent();

    String allAboutThat();

    String privacy();
}
