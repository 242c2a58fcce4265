/** Tells feed readers and search engines what there is. */
package dev.paperround.web.feed;
