/** Lets operators start, follow and stop sends, and preview their mails. */
package dev.paperround.admin.sends;
