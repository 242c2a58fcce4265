package dev.paperround.paper.source.arxiv;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "paperround.sources.arxiv")
public interface ArxivSettings {
    /** Lists the arXiv categories to read, such as {@code cs.LG,cs.CL}. If there are none, arXiv is not polled. */
    Optional<List<String>> categories();

    /** Sets the base URL of the {@code /rss/} feeds. */
    @WithDefault("https://rss.arxiv.org")
    URI url();

    /** Sets the polling interval, such as {@code 6h}, or {@code off}. arXiv publishes one listing a day. */
    @WithDefault("6h")
    String every();
}
