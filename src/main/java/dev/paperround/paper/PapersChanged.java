package dev.paperround.paper;

/** Fires after new or changed papers have been committed. */
public record PapersChanged() {}
