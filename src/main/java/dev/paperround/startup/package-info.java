/** Reads the settings and starts what they leave out before the rest of the program begins. */
package dev.paperround.startup;
