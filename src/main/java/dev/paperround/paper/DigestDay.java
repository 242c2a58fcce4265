package dev.paperround.paper;

import java.time.LocalDate;

/** A day with papers, and how many. */
public record DigestDay(LocalDate day, long papers) {}
