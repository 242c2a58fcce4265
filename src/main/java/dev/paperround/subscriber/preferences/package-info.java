/** Holds what a subscriber wants: filters, schedule and size. */
package dev.paperround.subscriber.preferences;
