/** Lets operators look up, import, export and erase subscribers. */
package dev.paperround.admin.subscribers;
