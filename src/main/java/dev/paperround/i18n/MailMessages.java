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
}
