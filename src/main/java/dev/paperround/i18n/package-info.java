/** Says everything that people read in every {@link dev.paperround.i18n.Language}, from the message bundles. */
package dev.paperround.i18n;
