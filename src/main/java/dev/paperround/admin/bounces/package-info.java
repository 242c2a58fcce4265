/** Shows operators returned mails and suppressed addresses, and lets them change the latter. */
package dev.paperround.admin.bounces;
