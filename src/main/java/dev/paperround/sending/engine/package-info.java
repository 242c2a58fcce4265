/** Leases due deliveries, renders them ahead, hands them to a transport and decides on retries. */
package dev.paperround.sending.engine;
