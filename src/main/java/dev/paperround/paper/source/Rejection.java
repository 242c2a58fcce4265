package dev.paperround.paper.source;

import dev.paperround.i18n.Message;

/** An item that is not a paper. Its position is an index in a JSON array, from 0, or a line of a saved page, from 1. */
public record Rejection(int position, Message reason) {}
