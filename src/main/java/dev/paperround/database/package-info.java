/** Runs SQL for sets, queues and the ledger; single rows go through Panache. */
package dev.paperround.database;
