/** Knows whether the work that must never end goes on, and ends the program once it does not. */
package dev.paperround.health;
