/** Reads texts as words: folding, inflection, acronyms and names. */
package dev.paperround.matching.text;
