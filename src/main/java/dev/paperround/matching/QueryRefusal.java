package dev.paperround.matching;

/**
 * Why a query cannot be used, in words for the person who typed it.
 *
 * @param position where in the query, in Unicode code points from 0
 */
public record QueryRefusal(String message, int position) {}
