/** Reads query parameters and refuses wrong ones by name. */
package dev.paperround.http.parameters;
