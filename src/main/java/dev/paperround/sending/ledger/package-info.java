/** Keeps the ledger of deliveries, which says of each mail whether it left. */
package dev.paperround.sending.ledger;
