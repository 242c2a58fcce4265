/** Reads arXiv's announcements. */
package dev.paperround.paper.source.arxiv;
