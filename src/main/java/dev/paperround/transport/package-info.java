/** Carries mails out of the program; this package holds what all transports share. */
package dev.paperround.transport;
