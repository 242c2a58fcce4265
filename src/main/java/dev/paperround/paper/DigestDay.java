package dev.paperround.paper;

import java.time.LocalDate;

public record DigestDay(LocalDate day, long papers) {}
