/** Makes sure that only the installation a database belongs to sends from it, also after a restore. */
package dev.paperround.sending.installation;
