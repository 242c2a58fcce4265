package dev.paperround.paper;

import java.time.LocalDate;
import java.util.List;

/** What became of an input: every item received was added, updated, left unchanged or rejected. */
public record IngestReport(
        LocalDate day, int received, int added, int updated, int unchanged, List<Rejection> rejected) {}
