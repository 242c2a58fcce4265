/** Writes mails as bytes: headers, MIME parts, envelope and signature. */
package dev.paperround.mail;
