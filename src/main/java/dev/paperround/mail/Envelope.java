package dev.paperround.mail;

/** Holds the envelope of a mail. The {@code author} is the From address, since a refusal may name either one. */
public record Envelope(String from, String to, String author) {
    public boolean isSender(String address) {
        return !address.equalsIgnoreCase(to) && (address.equalsIgnoreCase(from) || address.equalsIgnoreCase(author));
    }
}
