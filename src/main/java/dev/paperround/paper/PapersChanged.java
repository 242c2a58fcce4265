package dev.paperround.paper;

/** Announces that new or changed papers have been committed. */
public record PapersChanged() {}
