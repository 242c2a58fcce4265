package dev.paperround.matching.query;

import dev.paperround.i18n.LocalizedMessage;

/**
 * Why a query cannot be used, in words for the person who typed it.
 *
 * @param position where in the query, in Unicode code points from 0
 */
public record QueryRefusal(LocalizedMessage why, int position) {
    public String message() {
        return why.toString();
    }
}
