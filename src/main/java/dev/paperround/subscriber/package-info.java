/** Knows who wants digests. */
package dev.paperround.subscriber;
