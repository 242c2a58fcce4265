package dev.paperround.i18n;

import java.util.Optional;

/** Holds the sentences about ingesting papers; the database and the log store them in English. */
public enum IngestSentence implements MessageKey {
    // Sources
    ASKED("Hugging Face has been asked; below is what came of it."),
    BUSY("Hugging Face is being asked already; the newest ingests will tell what came of it."),
    NO_PAPER("There is no paper in this input."),
    POSITION("position %s"),
    EMPTY_WEEKDAY("a weekday that ended without a paper"),
    NOT_STORED("the papers could not be stored: %s"),
    NO_REASON("no reason given"),
    NOT_BEGUN("%s has not begun: the list's days are UTC days, and today is %s"),
    ANSWERED("%s answered %s"),
    ANSWERED_SAYING("%s answered %s: %s"),
    NOT_READ("%s could not be read: %s"),
    NOT_WAITED("%s was not waited for: the program is stopping"),
    NOT_BEFORE("%s wants not to be asked before %s"),
    NO_ANSWER("no answer within %s seconds"),
    ANSWER_TOO_LONG("the answer is longer than %s bytes"),
    NO_END("the list has no end: stopped after %s pages"),
    DATED_LATER("the listing is dated %s, which is still to come"),
    OLD_LISTING("the listing is an old one, of %s; that of %s has been taken in already"),
    NO_FEED("not a valid feed: %s"),
    NO_RSS("expected an RSS feed, but found <%s>"),

    // Uploads
    AT_LINE(" at line %s, column %s"),
    NO_JSON("not valid JSON%s: %s"),
    NO_ARRAY("expected a JSON array of papers, but found %s at line %s, column %s"),
    MORE_THAN_ARRAY("something follows the JSON array%s"),
    NO_OBJECT("a paper is an object, but this is %s"),
    NO_TITLE("the title is missing or blank"),
    NO_ID("there is no arXiv id in the guid or the link"),
    DAY_TO_COME("its list day %s is still to come"),
    BY_LINE_CUT("the page ends in the middle of this by-line"),
    ABSTRACT_CUT("the page ends in the middle of this abstract: \"%s\""),
    NOTHING_ABOVE("a by-line or date without a title and an abstract above it"),
    TITLE_ALONE("a title without an abstract: \"%s\""),
    ABSTRACT_ALONE("an abstract without a title: \"%s\""),
    NO_PAGE("this is no saved Daily Papers page: titles, abstracts, by-lines and dates"),
    NOT_UTF_8("The bytes are no text in %s; send text."),
    NO_CHARSET("There is no charset %s here; send UTF-8."),
    CONTROL_CHARACTERS("control characters are no text"),
    NO_SENTENCE("there is no sentence in it"),
    REFUSED("the database refuses it"),
    INGEST_GONE("There is no ingest %s."),
    PAPER_GONE("There is no paper %s."),
    NO_WORD("there is no word in the title"),
    NO_TEXT("nothing");

    private static final Translations TRANSLATIONS = new Translations("ingest_");

    private final String english;

    IngestSentence(String english) {
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
