package dev.paperround.digest.rendering;

import dev.paperround.digest.Digest;
import dev.paperround.digest.Digest.DigestLinks;
import io.quarkus.qute.RawString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Caches the encoded text around the papers of a mail, which all digests with the same language and numbers share. */
final class FrameCache {
    // Limits the cache to about ten megabytes.
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
