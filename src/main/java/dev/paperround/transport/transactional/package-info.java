/** Sends single mails through Quarkus Mailer: confirmations, fresh links and goodbyes. */
package dev.paperround.transport.transactional;
