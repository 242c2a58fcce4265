/** Decides which papers a digest holds and in which order. */
package dev.paperround.digest;
