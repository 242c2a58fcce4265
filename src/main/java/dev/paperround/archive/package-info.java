/** Answers questions about all papers, and keeps the index that they need. */
package dev.paperround.archive;
