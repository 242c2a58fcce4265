/** Looks queries up in all papers, in a Lucene index on disk. */
package dev.paperround.matching.archive;
