package dev.paperround.paper;

import java.time.LocalDate;

/** Where papers come from by themselves. */
public interface PaperSource {
    /**
     * What the source lists for a day. It never throws: a source that fails says so in the refusal, and what it told
     * before is in the drafts.
     */
    Reading papersOf(LocalDate day);
}
