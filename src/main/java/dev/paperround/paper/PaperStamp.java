package dev.paperround.paper;

import java.time.Instant;

/** A paper's public id, and when anything about it changed last. */
public record PaperStamp(String publicId, Instant updatedAt) {}
