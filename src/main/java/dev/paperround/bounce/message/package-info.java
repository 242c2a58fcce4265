/** Reads a returned mail: whose it was, and why it came back. */
package dev.paperround.bounce.message;
