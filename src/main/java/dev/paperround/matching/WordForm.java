package dev.paperround.matching;

/**
 * A word as it is compared, wherever it stands.
 *
 * @param surface folded, as prefixes see it
 * @param stem folded and without its ending, as words and phrases see it; follows from the surface
 */
record WordForm(String surface, String stem) {}
