/** Signs mails by DKIM (RFC 6376). */
package dev.paperround.mail.dkim;
