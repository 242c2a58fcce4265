package dev.paperround.subscriber.preferences;

/** A named query, as typed by its owner and found good. */
public record FilterText(String name, String query) {}
