package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "privacy", locale = "en")
public interface PrivacyMessages {
    String title();

    String about();

    String lead();

    String kept();

    String settings();

    String settingsWhy();

    String consent();

    String consentWhy(String network);

    String pending();

    String pendingWhy(String time);

    String asked();

    String askedWhy();

    String papers();

    String papersWhy(String time);

    String returned();

    String returnedWhy(String time);

    String operators();

    String operatorsWhy(String time);

    String not();

    String noCookie();

    String noPixel();

    String noOthers();

    String endPoint(String host);

    String noSale();

    String can();

    String stop();

    String see();

    String erase();

    String questions();

    String questionsToOperator();

    String version(String version);

    String days(Object count);

    String hours(Object count);

    String minute();

    String minutes(Object count);
}
