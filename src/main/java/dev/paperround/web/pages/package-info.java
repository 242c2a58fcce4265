/** Shows papers to the public: the front page, the archive, search, single papers and digests. */
package dev.paperround.web.pages;
