/** Reads and checks the forms with which people sign up and choose their filters. */
package dev.paperround.web.forms;
