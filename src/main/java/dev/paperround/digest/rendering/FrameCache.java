package dev.paperround.digest.rendering;

import dev.paperround.digest.Digest;
import dev.paperround.digest.Digest.DigestLinks;
import io.quarkus.qute.RawString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What stands around the papers of a mail, encoded once for all digests in a language with the same numbers. */
final class FrameCache {
    /** Some ten megabytes. */
    private static final int MOST = 1_000;

    private static final DigestLinks NO_LINKS = new DigestLinks(
            Placeholder.WEB.mark(),
            Placeholder.PREFERENCES.mark(),
            Placeholder.UNSUBSCRIBE.mark(),
            Placeholder.HOME.mark());

    record Frame(EncodedTemplate html, EncodedTemplate text) {
        static Frame of(Digest blank) {
            var papers = new RawString(Placeholder.PAPERS.mark());
            var words = blank.style().language().words();
            return new Frame(
                    EncodedTemplate.of(DigestMail.Templates.digest(blank, papers)
                            .setLocale(words)
                            .render()),
                    EncodedTemplate.of(DigestMail.Templates.text(blank, papers)
                            .setLocale(words)
                            .render()));
        }
    }

    private final Map<Digest, Frame> frames = new ConcurrentHashMap<>();

    Frame of(Digest digest) {
        var blank = digest.with(Placeholder.SUBJECT.mark(), NO_LINKS);
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
