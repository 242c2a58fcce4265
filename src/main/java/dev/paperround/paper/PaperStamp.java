package dev.paperround.paper;

import java.time.Instant;

public record PaperStamp(String publicId, Instant updatedAt) {}
