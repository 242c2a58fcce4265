/** Records what operators did, and shows it. */
package dev.paperround.admin.audit;
