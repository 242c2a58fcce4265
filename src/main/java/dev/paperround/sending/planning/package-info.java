/** Finds out who is due and which papers each of them gets, and writes both into the ledger. */
package dev.paperround.sending.planning;
