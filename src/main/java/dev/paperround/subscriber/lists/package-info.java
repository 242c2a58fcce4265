/** Reads and writes lists of subscribers and suppressed addresses as CSV. */
package dev.paperround.subscriber.lists;
