package dev.paperround.paper.source.huggingface;

import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.PaperAliases;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class HuggingFacePages {
    static final int ROWS = 100;
    // Paging ends when a page brings nothing new. This limit stops a server that invents new ids on every page.
    private static final int MOST_PAGES = 50;

    private final LocalDate today;
    private final List<ParsedPaper> drafts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    interface Page {
        // The second argument counts the rows of earlier pages.
        ParseResult ask(int page, int received);
    }

    HuggingFacePages(LocalDate today) {
        this.today = today;
    }

    ParseResult read(Page pages) {
        int received = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            ParseResult reading = pages.ask(page, received);
            int rows = reading.drafts().size() + reading.rejections().size();
            boolean fresh = add(reading);
            if (fresh || page == 0) {
                rejections.addAll(reading.rejections());
            }
            if (reading.refusal().isPresent() || rows < ROWS || page > 0 && !fresh) {
                return new ParseResult(drafts, rejections, reading.refusal());
            }
            received += rows;
        }
        return new ParseResult(
                drafts, rejections, Optional.of(Message.of(IngestMessages.class, say -> say.noEnd(MOST_PAGES))));
    }

    // Returns whether the page added a paper that earlier pages did not have.
    private boolean add(ParseResult reading) {
        boolean fresh = false;
        for (ParsedPaper draft : reading.drafts()) {
            if (!seen.add(PaperAliases.publicId(draft))) {
                continue;
            }
            fresh = true;
            if (draft.day() != null && draft.day().isAfter(today)) {
                rejections.add(new Rejection(
                        draft.position(), Message.of(IngestMessages.class, say -> say.dayToCome(draft.day()))));
            } else {
                drafts.add(draft);
            }
        }
        return fresh;
    }
}
