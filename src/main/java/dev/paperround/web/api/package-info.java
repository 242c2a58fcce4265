/** Answers programs of the public in JSON. */
package dev.paperround.web.api;
