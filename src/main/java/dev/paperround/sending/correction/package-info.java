/** Corrects the ledger afterwards: returned mails, unknown deliveries, erased subscribers and old records. */
package dev.paperround.sending.correction;
