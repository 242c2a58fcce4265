package dev.paperround.matching;

import java.util.List;

/** A word of a text, or several that dashes join, as the {@link IndexTerm}s that stand for it. */
record WordForms(List<String> terms) {}
