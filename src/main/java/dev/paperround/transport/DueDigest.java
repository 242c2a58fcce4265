package dev.paperround.transport;

import dev.paperround.digest.SelectedPapers;
import dev.paperround.digest.Selection.Nothing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Holds everything a delivered digest is written from, or the reason of a note that there is none. */
public record DueDigest(
        long delivery,
        LocalDate createdOn,
        LocalDate day,
        SelectedPapers chosen,
        Optional<Nothing> nothing,
        Instant plannedAt) {}
