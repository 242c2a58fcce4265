package dev.paperround.subscription;

/** A named query, as typed by its owner and found good. */
public record FilterText(String name, String query) {}
