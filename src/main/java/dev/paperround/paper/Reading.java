package dev.paperround.paper;

import java.util.List;
import java.util.Optional;

/**
 * What was read from one input.
 *
 * @param refusal why the input, or the rest of it, could not be read at all; drafts read before that stay
 */
public record Reading(List<PaperDraft> drafts, List<Rejection> rejections, Optional<String> refusal) {
    public Reading {
        drafts = List.copyOf(drafts);
        rejections = List.copyOf(rejections);
    }

    static Reading of(List<PaperDraft> drafts, List<Rejection> rejections) {
        return new Reading(drafts, rejections, Optional.empty());
    }

    static Reading refused(String reason) {
        return new Reading(List.of(), List.of(), Optional.of(reason));
    }

    public boolean holdsNoPaper() {
        return drafts.isEmpty();
    }
}
