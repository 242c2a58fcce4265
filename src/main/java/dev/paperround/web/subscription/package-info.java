/** Shows subscribers the pages behind their signed links. */
package dev.paperround.web.subscription;
