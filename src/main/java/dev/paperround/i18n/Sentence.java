package dev.paperround.i18n;

import java.util.Optional;

public enum Sentence implements MessageKey {
    AS_IS("%s"),
    ONE_AND_ANOTHER("%s %s"),

    // Queries
    QUERY_TOO_LONG("A query may have %s characters; this one has %s. Make it shorter, or make two filters of it."),
    QUERY_EMPTY("The query is empty. Write at least one word."),
    ONLY_EXCLUDES("The query only says what to leave out. Add something to look for, for example: diffusion -survey."),
    NOT_WITHOUT_RIGHT("NOT has nothing on its right to exclude. Write what to leave out after it."),
    MINUS_WITHOUT_RIGHT("The minus has nothing on its right to exclude. Write what to leave out after it."),
    NOTHING_ON_LEFT("%s has nothing on its left. It stands between two things to look for; as a word, write %s."),
    NOTHING_ON_RIGHT("%s has nothing on its right. It stands between two things to look for."),
    MINUS_AFTER_FIELD("Put the minus before the field: -%s:survey."),
    FIELD_WITHOUT_WORD("%s: needs a word, a phrase in quotation marks or a group in brackets after it."),
    FIELD_IN_FIELD("%1$s cannot stand inside %2$s:. Close that group first, then write %1$s beside it."),
    EMPTY_BRACKETS("There is nothing between these brackets. Fill or remove them."),
    QUOTE_ALONE("This quotation mark has no partner. Put one at the end of the phrase too."),
    MINUS_ALONE("A minus must stand directly before what it excludes, without a space: -survey."),
    NO_SUCH_FIELD(
            "There is no field \"%s\". The fields are title:, abstract:, author:, org:, keyword:, upvotes: and trending:. If the colon belongs to what you look for, put it in quotation marks."),
    UPVOTES_WITHOUT_SIGN("Say how upvotes compare with %1$s, for example upvotes:>=%1$s."),
    UPVOTES_SIGN("After upvotes: comes >, >=, <, <= or = and a whole number, for example upvotes:>=20."),
    UPVOTES_NUMBER("Upvotes are compared with a whole number of at most nine digits, for example upvotes:>=20."),
    TRENDING_NUMBER("After trending: comes a whole number from 1 to %s, for example trending:5."),
    TRENDING("Trending"),
    MEANT_OR("“or” in small letters is a word to look for. For either of two, write OR."),
    STANDS_FOR("“%s” is often short for “%s”."),
    IS_ABBREVIATED("“%s” is often abbreviated “%s”."),
    ONLY_SMALL("“%s” in capitals is an acronym and finds nothing; “%s” in small letters does."),
    NEAR_SPELLING("“%s” finds nothing; “%s” does."),
    BRACKET_NOT_OPENED("This closing bracket has no opening one before it. Remove it, or add a (."),
    BRACKET_NOT_CLOSED("This bracket is never closed. Add a ) where the group ends."),
    STAR_INSIDE("A star can only stand at the end of a word, for example multimod*."),
    STAR_TOO_SHORT("A star needs at least two letters or digits directly before it, for example mu*."),
    NOTHING_BEFORE_STAR("There is nothing to look for before this star."),
    NO_LETTER("\"%s\" holds no letter or digit to look for."),
    HINT_OR("For one or the other, write OR."),
    HINT_AND("For both, just leave a space."),
    NOTHING_QUOTED("There is nothing between these quotation marks. Write a phrase, or remove them."),
    NO_LETTER_QUOTED("There is no letter or digit to look for between these quotation marks."),
    CONTROL_CHARACTER("This control character cannot be searched for."),
    AT_CHARACTER("%s (at character %s)"),

    // Settings
    NOT_AN_ADDRESS("This is not an e-mail address; one looks like name@example.org."),
    NOT_A_FREQUENCY("“%s” is not one of DAILY, WEEKDAYS and WEEKLY."),
    NOT_A_WEEKDAY("“%s” is not a day such as MONDAY."),
    NOT_A_TIME("“%s” is not a time between 00:00 and 23:59, such as 07:30."),
    NOT_A_ZONE("“%s” is not a time zone such as Europe/Paris."),
    NOT_A_DATE("“%s” is not a date such as 2026-12-24."),
    NOT_A_MONTH("“%s” is not a month such as 2026-11."),
    NOT_A_LANGUAGE("“%s” is not one of en, de and zh."),
    NOT_A_NUMBER("“%s” is not a whole number such as 20."),
    NUMBER_OF_PAPERS("“%s” is not possible here; a digest holds 1 to %s papers."),
    PAUSE_TOO_LONG("A pause ends within a year, so by %s; “%s” is later."),
    NO_FILTER("At least one filter is needed, such as “diffusion video”."),
    TOO_MANY_FILTERS("There are %s filters; at most %s are possible."),
    NAME_OF_LINES("A filter's name is a single line of text."),
    NAME_TOO_LONG("A filter's name has at most %s characters."),
    LEFT_OPEN("This page was open for more than a day. Press “Sign me up” once more."),
    SUM_NOT_DONE("Your browser did not finish its sum, or took longer than 20 minutes. Press “Sign me up” once more."),
    SUM_NOT_DONE_FOR_LINK(
            "Your browser did not finish its sum, or took longer than 20 minutes. Press the button once more."),
    TOO_MUCH_ASKED(
            "More was asked for from your network, or by everybody, than we take at once; it was not you alone."),
    FIELDS_TO_LOOK_AT("%s fields need another look."),

    // Papers
    AUTHOR("1 author"),
    AUTHORS("%s authors"),
    AND_MORE_AUTHORS("%s and %s more"),
    UPVOTE("1 upvote"),
    UPVOTES("%s upvotes"),
    COMMENT("1 comment"),
    COMMENTS("%s comments"),
    ABSTRACT("Abstract"),
    CODE("Code"),
    CODE_WITH_STARS("Code ★ %s"),
    CODE_ELSEWHERE("Code on %s"),
    PROJECT("Project"),
    PROJECT_ELSEWHERE("Project on %s"),

    // Feeds
    FEED_OF_ALL("The papers of the day"),
    FEED_OF_QUERY("The papers of the day that match “%s”"),

    // Mails
    DIGEST_SUBJECT_OF_ONE("1 paper for %s: %s"),
    DIGEST_SUBJECT("%3$s papers for %1$s: %2$s"),
    WEEKLY_SUBJECT_OF_ONE("1 paper for the week to %s: %s"),
    WEEKLY_SUBJECT("%3$s papers for the week to %1$s: %2$s"),
    NOTHING_SUBJECT("Nothing for %s"),
    NOTHING_TO_CHOOSE("There were no papers to choose from."),
    THE_ONE_DOES_NOT_MATCH("The 1 paper of the last %s days with papers does not match your filters."),
    NONE_MATCHES("None of the %s papers of the last %s days with papers matches your filters."),
    ALL_CAME_BEFORE("Every paper that matches your filters has come to you before."),
    CONFIRM_SUBJECT("Confirm your Paper Round subscription"),
    PREFERENCES_SUBJECT("Your Paper Round preferences"),
    GOODBYE_SUBJECT("You are unsubscribed from Paper Round"),

    // History
    NO_PAPERS("There were no papers to choose from."),
    NO_MATCH("No paper matched the filters."),
    NOTHING_NEW("Nothing new: every paper that matched was received before."),
    NOT_A_SUBSCRIBER("This address is not subscribed."),
    NOT_CONFIRMED("The subscription was not confirmed."),
    UNSUBSCRIBED("Unsubscribed."),
    SUPPRESSED("Suppressed: mail to this address bounced or was complained about."),
    ERASED("The subscriber was erased before the mail went out."),
    PAUSED("The subscription was paused."),
    TOO_LATE("Too late: the service could not send within 6 hours of the hour chosen."),
    TOO_SOON("Too soon: digests are at least 12 hours apart, and only one comes on each date."),
    UNREADABLE(
            "The time zone or the filters of this subscription cannot be read; saving the preferences again mends that."),
    GAVE_UP("Given up: the relay refused for 24 hours."),
    BOUNCED("Returned: a mail system behind the relay could not deliver it."),
    CANCELLED("The send was cancelled."),
    NOTE_ONLY("A note only."),
    ON_ITS_WAY("On its way."),
    REFUSED_FOR_NOW("The mail server refused it for now; tried again at %s."),
    REFUSED_FOR_NOW_SAYING("The mail server refused it for now: %s; tried again at %s."),
    MAILBOX_REFUSED("The mailbox refused it."),
    MAILBOX_REFUSED_SAYING("The mailbox refused it: %s."),
    LAST_WORDS("Its last words: %s."),
    CONNECTION_BROKE("The connection broke at the last moment; the mail may have come or not."),
    SOURCE_EMPTY("The source had no papers for this day."),
    PAUSED_UNTIL("Paused until %s."),
    NOT_YET_DUE("Not yet due: the hour is %s (%s)."),
    SUBSCRIBED_AFTER("Subscribed after the hour of this day."),
    ABOUT_TO_BE_MADE("Due, and about to be put together."),
    NOTHING_PLANNED("Nothing was planned: the service was down at the hour, or the settings were others at the time."),
    NOT_THE_WEEKDAY("Not the day: the digest comes on %ss."),
    THE_WEEKEND("The weekend: digests come from Monday to Friday."),

    // Times
    DAYS("%s days"),
    HOURS("%s hours"),
    MINUTE("1 minute"),
    MINUTES("%s minutes"),

    // Errors
    NOTHING_HERE("There is nothing at this address."),
    WRONG_METHOD("This address does not take that method."),
    WRONG_ANSWER_TYPE("This address cannot answer in the media type asked for."),
    WRONG_CONTENT_TYPE("This address does not take that Content-Type."),
    TOO_BUSY("Too much is being searched just now. Try again in %s seconds."),
    FORM_TOO_LONG("The form is too long; a field may have %s characters and be there %s times."),
    ADDRESS_ODD("The address has to be written plainly, without //, ; or \\ and with no letter or dot encoded."),
    HEADER_ODD("The header %s cannot be read."),
    ENCODING_UNKNOWN("The body has to be sent as it is, without Content-Encoding."),
    METHOD_UNKNOWN("There is no method of this name here."),
    ADDRESS_TOO_LONG("The address is too long; it may have %s characters."),
    HEADERS_TOO_LONG("The headers are too long; together they may have %s bytes."),
    BODY_TOO_LONG("The body is too long; here it may have %s bytes."),
    BODY_TOO_LATE("The body did not arrive within %s seconds."),
    OUR_FAULT("Something went wrong on our side. If it happens again, tell the operator: %s.");

    private static final Translations TRANSLATIONS = new Translations("");

    private final String english;

    Sentence(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public Optional<String> translated(Language language) {
        return TRANSLATIONS.of(this, language);
    }
}
