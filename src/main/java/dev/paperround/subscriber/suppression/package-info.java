/** Keeps the addresses that get no mail. */
package dev.paperround.subscriber.suppression;
