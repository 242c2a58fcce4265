package dev.paperround.bounce;

/** What a report says of one mail, the mildest first. */
public enum BounceKind {
    /** A complaint taken back: “this is not spam”. */
    NOT_SPAM("not spam", false),
    /** A report that tells of neither failure nor complaint, such as one on authentication. */
    OTHER("something else", false),
    DELIVERED("delivered", false),
    /** Handed to a system that will send no further reports. */
    RELAYED("relayed", false),
    EXPANDED("expanded", false),
    DELAYED("delayed", false),
    /** Refused for the mail's sake, the sender's or the system's policy: no fault of the address. */
    POLICY("refused by policy", true),
    SOFT("soft bounce", true),
    HARD("hard bounce", true),
    COMPLAINT("complaint", false);

    public final String words;

    /** The mail did not arrive and will not. */
    final boolean failed;

    BounceKind(String words, boolean failed) {
        this.words = words;
        this.failed = failed;
    }
}
