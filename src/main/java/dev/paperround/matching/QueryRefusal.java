package dev.paperround.matching;

import dev.paperround.language.Said;

/**
 * Why a query cannot be used, in words for the person who typed it.
 *
 * @param position where in the query, in Unicode code points from 0
 */
public record QueryRefusal(Said why, int position) {
    public String message() {
        return why.toString();
    }
}
