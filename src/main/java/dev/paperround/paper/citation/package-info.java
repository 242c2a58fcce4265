/** Writes papers in the forms that reference managers read. */
package dev.paperround.paper.citation;
