package dev.paperround.mail;

/** {@code author} is the address that the mail itself is from; a refusal may name either. */
public record Envelope(String from, String to, String author) {
    public boolean isSender(String address) {
        return !address.equalsIgnoreCase(to) && (address.equalsIgnoreCase(from) || address.equalsIgnoreCase(author));
    }
}
