/** Serves what the public sees; this package holds what its pages, forms and API share. */
package dev.paperround.web;
