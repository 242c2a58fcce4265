/** The index of all papers that each instance keeps on its disk: searches, feeds and previews of filters ask it. */
package dev.paperround.archive;
