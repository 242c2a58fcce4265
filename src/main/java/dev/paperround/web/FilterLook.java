package dev.paperround.web;

import dev.paperround.matching.Hints.Hint;
import io.quarkus.qute.RawString;
import java.util.List;

/** What a filter would have found lately: how many papers, and the newest titles with marks. */
record FilterLook(int matched, int considered, int days, List<RawString> titles, QueryLinks links, List<Hint> hints) {
    FilterLook with(List<Hint> found) {
        return new FilterLook(matched, considered, days, titles, links, found);
    }
}
