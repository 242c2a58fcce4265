/** Holds papers and what is known of them. */
package dev.paperround.paper;
