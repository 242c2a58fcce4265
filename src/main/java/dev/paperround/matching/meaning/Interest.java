package dev.paperround.matching.meaning;

/**
 * Judges how close papers are to a text, in standard deviations above the archive's average paper, because how large a
 * cosine is depends as much on the wording as on the meaning.
 *
 * @param self the paper that others are compared with, which does not count itself, or 0
 */
public record Interest(Vector sought, float mean, float deviation, long self) {
    public static final float NOT_AT_ALL = -100;

    // A paper that is this close or closer counts so much; a word in the title counts three.
    public static final float MOST_POINTS = 5;

    // Rounded to twentieths, so that a digest and a search order papers alike.
    public static float points(float closeness) {
        return Math.round(Math.min(closeness, MOST_POINTS) * 20) / 20f;
    }

    public float closeness(long paper, PaperVectors vectors) {
        return paper == self ? NOT_AT_ALL : (vectors.closeness(sought) - mean) / deviation;
    }
}
