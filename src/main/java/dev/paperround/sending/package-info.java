/** Runs sends, from who is due to what became of each mail; knows transports, never SMTP. */
package dev.paperround.sending;
