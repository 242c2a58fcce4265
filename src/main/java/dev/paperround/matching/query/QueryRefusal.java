package dev.paperround.matching.query;

import dev.paperround.i18n.LocalizedMessage;

/** Explains to readers why a query is not valid. The {@code position} counts Unicode code points from 0. */
public record QueryRefusal(LocalizedMessage why, int position) {
    public String message() {
        return why.toString();
    }
}
