package dev.paperround.paper.source;

import java.util.List;

/** Sources of which settings say how many there are. */
public interface SourceGroup {
    List<PaperSource> sources();
}
