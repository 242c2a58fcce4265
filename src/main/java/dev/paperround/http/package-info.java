/** Holds what all pages and APIs have in common: networks, languages and headers. */
package dev.paperround.http;
