/** Asks the places that papers come from; this package holds what all of them share. */
package dev.paperround.paper.source;
