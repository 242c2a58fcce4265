package dev.paperround.i18n;

import java.util.Optional;

/** Completes sentences such as "https://… could not be read: …" when a library threw an exception. */
public enum FailureSentence implements MessageKey {
    // Networks
    REFUSED("the connection was refused"),
    UNKNOWN_HOST("no host of this name is known"),
    NO_ROUTE("the network does not lead there"),
    TIMED_OUT("there was no answer in time"),
    CLOSED("the connection was closed"),
    PORT_TAKEN("the port is in use"),
    PORT_DENIED("this user may not open the port"),

    // TLS
    CERTIFICATE_OUT_OF_DATE("the certificate is out of date"),
    CERTIFICATE_OF_ANOTHER("the certificate is for another host"),
    CERTIFICATE_NOT_TRUSTED("the certificate is from an authority that this Java does not trust"),
    NO_TLS("there is no TLS on this port"),
    TLS_FAILED("both sides did not agree on TLS"),

    // Servers
    LOGIN_REFUSED("the login was refused"),
    NO_FOLDER("there is no such folder"),
    MAIL_SERVER("the mail server refused a command"),
    NO_RESOLVER("no resolver answered"),
    RESOLVER_FAILED("the resolver could not tell"),
    DATABASE_AWAY("the database cannot be reached"),
    DATABASE_FULL("the database's disk is full"),
    DATABASE_LOGIN("the database refused the login"),
    NO_DATABASE("there is no such database"),
    DATABASE_REFUSED("the database refused a value"),
    DATABASE_FAILED("the database failed"),

    // Parsing
    NESTED("it is nested too deeply"),
    TOO_LARGE("a number, a name or a text in it is far too long"),
    ENDS_EARLY("it ends too early"),
    UNEXPECTED_TEXT("“%s” was not expected there"),
    NOT_JSON("a value, a comma or a bracket is wrong or missing"),
    NOT_XML("the XML is not well-formed at line %s, column %s"),
    QUOTE_OPEN("a quotation mark is opened and never closed"),
    QUOTE_INSIDE("after a closing quotation mark there is more than a comma or the end of the line"),
    COLUMN_TWICE("a column is named twice"),
    COLUMN_NAMELESS("a column has no name"),
    NOT_CSV("quotation marks or commas are not as in CSV"),
    NOT_UTF8("it is not text in UTF-8"),

    // Local machine
    NO_FILE("there is no such file"),
    FILE_IN_THE_WAY("a file of this name is in the way"),
    READ_ONLY("the file system is read-only"),
    NO_ACCESS("this user may not read or write it"),
    DISK_FULL("the disk is full"),
    NO_MEMORY("the program has too little memory"),
    STOPPING("the program is stopping"),
    UNEXPECTED("something unexpected went wrong; the log says what");

    private static final Translations TRANSLATIONS = new Translations("failure_");

    private final String english;

    FailureSentence(String english) {
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
