/** Finds papers by the query language, in plain Java and Lucene; this package shows why they were found. */
package dev.paperround.matching;
