/** Bounds what a request may cost before anything reads it. */
package dev.paperround.http.limits;
