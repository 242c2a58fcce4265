package dev.paperround.paper.source;

import java.util.List;

/** Provides sources whose number depends on the settings. */
public interface SourceGroup {
    List<PaperSource> sources();
}
