/** Keeps mails on this machine where no relay is set, and shows them. */
package dev.paperround.inbox;
