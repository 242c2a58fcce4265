package dev.paperround.web.forms;

import dev.paperround.matching.Hints.Hint;
import dev.paperround.web.QueryLinks;
import io.quarkus.qute.RawString;
import java.util.List;

/** Shows the number of recent papers a filter would have found, and the newest titles with matches highlighted. */
record FilterPreview(
        int matched, int considered, int days, List<RawString> titles, QueryLinks links, List<Hint> hints) {
    FilterPreview with(List<Hint> found) {
        return new FilterPreview(matched, considered, days, titles, links, found);
    }
}
