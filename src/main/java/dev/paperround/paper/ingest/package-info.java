/** Takes papers in, recognises those that are known already, and records what came of it. */
package dev.paperround.paper.ingest;
