package dev.paperround.paper;

import java.util.List;

/** Sources of which settings say how many there are. */
interface SourceGroup {
    List<PaperSource> sources();
}
