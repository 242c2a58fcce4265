package dev.paperround.matching.query;

import dev.paperround.i18n.Message;

/** Explains why a query cannot be used. The {@code position} in the query counts Unicode code points from 0. */
public record QueryRefusal(Message why, int position) {
    public String message() {
        return why.toString();
    }
}
