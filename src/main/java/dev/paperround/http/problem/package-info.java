/** Answers failed requests as problems (RFC 9457) and as pages. */
package dev.paperround.http.problem;
