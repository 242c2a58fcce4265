package dev.paperround.paper;

import java.time.LocalDate;

/**
 * A paper as one source describes it.
 *
 * @param position index in a JSON array or feed, or line of a saved page
 * @param day list day given by the source; null means the requested day
 * @param id null if the source gives none
 * @param fillsGaps whether the draft only adds missing values and never changes known ones
 */
public record ParsedPaper(int position, LocalDate day, String id, PaperMetadata facts, boolean fillsGaps) {
    public ParsedPaper(int position, LocalDate day, String id, PaperMetadata facts) {
        this(position, day, id, facts, false);
    }
}
