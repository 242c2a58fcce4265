package dev.paperround.paper;

import java.time.LocalDate;

/**
 * A paper as one source tells it.
 *
 * @param position where it stood: the index in a JSON array or a feed, the line of a saved page
 * @param day the list day the source gives the paper itself; null means the day that was asked for
 * @param id null where the source tells none
 * @param fillsGaps it adds what nobody else told, and changes nothing that is known
 */
public record ParsedPaper(int position, LocalDate day, String id, PaperMetadata facts, boolean fillsGaps) {
    public ParsedPaper(int position, LocalDate day, String id, PaperMetadata facts) {
        this(position, day, id, facts, false);
    }
}
