/** Parses the query language. */
package dev.paperround.matching.query;
