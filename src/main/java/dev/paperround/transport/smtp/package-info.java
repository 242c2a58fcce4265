/** Speaks SMTP with relays and understands their replies. */
package dev.paperround.transport.smtp;
