package dev.paperround.paper.source.arxiv;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "paperround.sources.arxiv")
public interface ArxivSettings {
    /** Whose announcements are taken in, such as {@code cs.LG,cs.CL}; none: arXiv is not asked at all. */
    Optional<List<String>> categories();

    /** Where {@code /rss/} is asked. */
    @WithDefault("https://rss.arxiv.org")
    URI url();

    /** How often: a duration such as {@code 6h}; {@code off} never asks. There is one listing a day. */
    @WithDefault("6h")
    String every();
}
