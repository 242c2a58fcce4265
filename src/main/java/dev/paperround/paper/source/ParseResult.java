package dev.paperround.paper.source;

import dev.paperround.paper.ParsedPaper;
import java.util.List;
import java.util.Optional;

/**
 * What was read from one input.
 *
 * @param refusal why the input, or the rest of it, could not be read at all; drafts read before that stay
 */
public record ParseResult(List<ParsedPaper> drafts, List<Rejection> rejections, Optional<String> refusal) {
    public ParseResult {
        drafts = List.copyOf(drafts);
        rejections = List.copyOf(rejections);
    }

    public static ParseResult of(List<ParsedPaper> drafts, List<Rejection> rejections) {
        return new ParseResult(drafts, rejections, Optional.empty());
    }

    public static ParseResult refused(String reason) {
        return new ParseResult(List.of(), List.of(), Optional.of(reason));
    }

    public boolean holdsNoPaper() {
        return drafts.isEmpty();
    }
}
