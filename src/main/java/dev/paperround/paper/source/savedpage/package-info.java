/** Reads a Daily Papers page that was saved as text. */
package dev.paperround.paper.source.savedpage;
