package dev.paperround.paper.source.huggingface;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

@ConfigMapping(prefix = "paperround.sources.huggingface")
public interface HuggingFaceSettings {
    /** Sets the base URL of {@code /api/daily_papers}. */
    @WithDefault("https://huggingface.co")
    URI url();

    /** Sets the polling interval, such as {@code 1h}, or {@code off}. */
    @WithDefault("1h")
    String every();
}
