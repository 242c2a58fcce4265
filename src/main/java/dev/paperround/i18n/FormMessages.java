package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "form", locale = "en")
public interface FormMessages {
    String homeTitle();

    String homeAboutTitle();

    String homeAbout();

    String homeHead();

    String homeLead();

    String signMeUp();

    String signUp();

    String email();

    String oneMail();

    String newest();

    String newestHint();

    String newestSubject(int papers);

    String allOfDay(int papers);

    String another(int things);

    String field(String name);

    String filterNumber(int number);

    String filterName(int number);

    String filters();

    String filtersHint();

    String ownWords();

    String ownWordsExample();

    String ownWordsHint();

    String ownPreviewHint();

    String moreOptions();

    String trending();

    String andTrending();

    String emptyRows();

    String query();

    String name();

    String optional();

    String previewHint();

    String removeFilter();

    String suggestions();

    String paperUnit(int papers);

    String addFilter();

    String howTo();

    String lookedFor();

    String bestOnTop();

    String frequency();

    String daily();

    String weekdays();

    String weekly();

    String weekday();

    String hour();

    String timeZone();

    String region(String name);

    String mostPapers();

    String language();

    String lately(int matched, int days, int considered);

    String latelyPattern();

    String latelyPatternOfOne();

    String searchWith();

    String searchWithRest();

    String feed();

    String feedRest();

    String previewUnreachable();

    String yourPreferences();

    String nextDigest(String moment);

    String paused();

    String saved();

    String changed();

    String comingNow();

    String notNow();

    String resumed();

    String unsubscribed();

    String subscribeAgain();

    String suppressed();

    String whatAndWhen();

    String save();

    String todayNow();

    String sentAt(String time);

    String needNotWait();

    String sendNow();

    String lastDays();

    String day();

    String mail();

    String whyNot();

    String outcome(String name);

    String stopMails();

    String filtersKept();

    String unsubscribe();

    String yourData();

    String everythingHeld();

    String download();

    String eraseHead();

    String eraseLead();

    String eraseSure();

    String eraseUnsure();

    String erase();

    String quietDays();

    String noteMe();

    String pauseUntil();

    String pauseHint();

    String leaveEmpty();

    String whatWeKeep();

    String sum();

    String sumNeedsScript();

    String sumNow();

    String sumOverHttps();

    String sumUnreachable();

    String sumFailed();

    String notAnAddress();

    String notAFrequency(Object typed);

    String notAWeekday(Object typed);

    String notATime(Object typed);

    String notAZone(Object typed);

    String notADate(Object typed);

    String notAMonth(Object typed);

    String notACitationFormat(Object typed);

    String notALanguage(Object typed, Object others, Object last);

    String notANumber(Object typed);

    String numberOfPapers(Object typed, Object most);

    String pauseTooLong(Object latest, Object typed);

    String noFilter();

    String tooManyFilters(Object count, Object most);

    String nameOfLines();

    String nameTooLong(Object most);

    String leftOpen();

    String sumNotDone();

    String sumNotDoneForLink();

    String tooMuchAsked();

    String fieldsToLookAt(Object count);
}
