/** Lets operators add papers and take them out again. */
package dev.paperround.admin.papers;
