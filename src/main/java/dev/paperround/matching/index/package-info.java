/** Looks queries up in the papers of a few days, held in memory. */
package dev.paperround.matching.index;
