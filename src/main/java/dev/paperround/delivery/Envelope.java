package dev.paperround.delivery;

/** {@code author} is the address that the mail itself is from; a refusal may name either. */
record Envelope(String from, String to, String author) {
    boolean isSender(String address) {
        return !address.equalsIgnoreCase(to) && (address.equalsIgnoreCase(from) || address.equalsIgnoreCase(author));
    }
}
