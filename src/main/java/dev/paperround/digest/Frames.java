package dev.paperround.digest;

import dev.paperround.digest.Digest.DigestLinks;
import io.quarkus.qute.RawString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What stands around the papers of a mail, encoded once for all digests in a language with the same numbers. */
final class Frames {
    /** Some ten megabytes. */
    private static final int MOST = 1_000;

    private static final DigestLinks NO_LINKS =
            new DigestLinks(Blank.WEB.mark(), Blank.PREFERENCES.mark(), Blank.UNSUBSCRIBE.mark(), Blank.HOME.mark());

    record Frame(Stencil html, Stencil text) {
        static Frame of(Digest blank) {
            var papers = new RawString(Blank.PAPERS.mark());
            var words = blank.style().language().words();
            return new Frame(
                    Stencil.of(DigestMail.Templates.digest(blank, papers)
                            .setLocale(words)
                            .render()),
                    Stencil.of(DigestMail.Templates.text(blank, papers)
                            .setLocale(words)
                            .render()));
        }
    }

    private final Map<Digest, Frame> frames = new ConcurrentHashMap<>();

    Frame of(Digest digest) {
        var blank = digest.with(Blank.SUBJECT.mark(), NO_LINKS);
        var known = frames.get(blank);
        if (known != null) {
            return known;
        }
        if (frames.size() >= MOST) {
            frames.clear();
        }
        var frame = Frame.of(blank);
        frames.put(blank, frame);
        return frame;
    }
}
