/** Keeps the vectors of papers and of what readers are interested in, and the model that makes them. */
package dev.paperround.meaning;
