/** Finds and erases everything that is known of a person. */
package dev.paperround.subscriber.privacy;
