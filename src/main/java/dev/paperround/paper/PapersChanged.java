package dev.paperround.paper;

/** Papers came in or changed; told once they are stored for good. */
public record PapersChanged() {}
