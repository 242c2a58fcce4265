package dev.paperround.paper.source.huggingface;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

@ConfigMapping(prefix = "paperround.sources.huggingface")
public interface HuggingFaceSettings {
    /** Where {@code /api/daily_papers} is asked. */
    @WithDefault("https://huggingface.co")
    URI url();

    /** How often: a duration such as {@code 1h}; {@code off} never asks. */
    @WithDefault("1h")
    String every();
}
