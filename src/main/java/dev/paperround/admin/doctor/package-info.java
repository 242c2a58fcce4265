/** Checks everything that has to be right for a digest to reach its reader. */
package dev.paperround.admin.doctor;
