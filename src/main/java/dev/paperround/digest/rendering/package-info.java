/** Renders digests, and keeps what many mails have in common. */
package dev.paperround.digest.rendering;
