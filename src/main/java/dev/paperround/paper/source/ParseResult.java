package dev.paperround.paper.source;

import dev.paperround.i18n.Message;
import dev.paperround.paper.ParsedPaper;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading one input.
 *
 * @param refusal reason why the input could not be read, or not to its end; drafts read before that are kept
 */
public record ParseResult(List<ParsedPaper> drafts, List<Rejection> rejections, Optional<Message> refusal) {
    public ParseResult {
        drafts = List.copyOf(drafts);
        rejections = List.copyOf(rejections);
    }

    public static ParseResult of(List<ParsedPaper> drafts, List<Rejection> rejections) {
        return new ParseResult(drafts, rejections, Optional.empty());
    }

    public static ParseResult refused(Message reason) {
        return new ParseResult(List.of(), List.of(), Optional.of(reason));
    }

    public boolean holdsNoPaper() {
        return drafts.isEmpty();
    }
}
