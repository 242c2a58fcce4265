/** Turns the TeX in titles and abstracts into readable text. */
package dev.paperround.matching.tex;
