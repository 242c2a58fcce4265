/** Sends single mails: confirmations, fresh links and goodbyes. */
package dev.paperround.transport.transactional;
