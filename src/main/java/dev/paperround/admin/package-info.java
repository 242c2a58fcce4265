/** Serves what operators see; this package holds what all of its subjects share. */
package dev.paperround.admin;
