/** Defines the port through which messages leave the program, and holds what all transports share. */
package dev.paperround.transport;
