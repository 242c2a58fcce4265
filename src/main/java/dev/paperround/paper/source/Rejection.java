package dev.paperround.paper.source;

/** An item that is not a paper. Its position is an index in a JSON array, from 0, or a line of a saved page, from 1. */
public record Rejection(int position, String reason) {}
