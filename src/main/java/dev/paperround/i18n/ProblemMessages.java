package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "problem", locale = "en")
public interface ProblemMessages {
    String asIs(Object text);

    String oneAndAnother(Object first, Object next);

    String queryTooLong(Object most, Object length);

    String queryEmpty();

    String onlyExcludes();

    String notWithoutRight();

    String minusWithoutRight();

    String nothingOnLeft(Object operator, Object word);

    String nothingOnRight(Object operator);

    String minusAfterField(Object field);

    String fieldWithoutWord(Object field);

    String fieldInField(Object inner, Object outer);

    String emptyBrackets();

    String quoteAlone();

    String minusAlone();

    String noSuchField(Object name);

    String upvotesWithoutSign(Object number);

    String upvotesSign();

    String upvotesNumber();

    String likeNothing();

    String likeReach();

    String likeNoSuchPaper(Object id);

    String likeOff();

    String likeNotNow();

    String englishOnly(Object text);

    String trendingNumber(Object most);

    String meantOr();

    String standsFor(Object shortForm, Object longForm);

    String isAbbreviated(Object longForm, Object shortForm);

    String onlySmall(Object capitals, Object small);

    String nearSpelling(Object typed, Object near);

    String bracketNotOpened();

    String bracketNotClosed();

    String starInside();

    String starTooShort();

    String nothingBeforeStar();

    String noLetter(Object typed);

    String hintOr();

    String hintAnd();

    String nothingQuoted();

    String noLetterQuoted();

    String controlCharacter();

    String atCharacter(Object message, Object position);

    String nothingHere();

    String wrongMethod();

    String wrongAnswerType();

    String wrongContentType();

    String tooBusy(Object seconds);

    String formTooLong(Object characters, Object times);

    String addressOdd();

    String headerOdd(Object header);

    String encodingUnknown();

    String methodUnknown();

    String addressTooLong(Object characters);

    String headersTooLong(Object bytes);

    String bodyTooLong(Object bytes);

    String bodyTooLate(Object seconds);

    String ourFault(Object reference);
}
