/** Turns texts into vectors and judges by an archive's own spread which papers are close to one. */
package dev.paperround.matching.meaning;
