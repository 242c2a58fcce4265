/** Shows operators the state of the installation at a glance. */
package dev.paperround.admin.overview;
