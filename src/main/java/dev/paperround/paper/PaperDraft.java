package dev.paperround.paper;

import java.time.LocalDate;

/**
 * A paper as one source tells it.
 *
 * @param position where it stood: the index in a JSON array, the line of a saved page
 * @param day the list day the source gives the paper itself; null means the day that was asked for
 * @param id null where the source tells none
 */
public record PaperDraft(int position, LocalDate day, String id, PaperFacts facts) {}
