package dev.paperround.matching.text;

import java.util.List;

record WordForms(List<String> terms) {
    private static final int REMEMBERED = 1 << 16;

    // Words repeat across texts, and finding their forms is the most expensive step of the analysis. Each slot keeps
    // the
    // word that was seen last, so the memory is bounded and common words stay.
    private static final Remembered[] SLOTS = new Remembered[REMEMBERED];

    private record Key(List<String> spellings, int letters, int capitals, boolean pluralS, boolean inflected) {}

    private record Remembered(Key key, WordForms forms) {}

    static WordForms of(Word word, boolean inflected) {
        Key key = new Key(word.spellings(), word.letters(), word.capitals(), word.pluralS(), inflected);
        int slot = slot(key.hashCode());
        Remembered remembered = SLOTS[slot];
        if (remembered != null && remembered.key.equals(key)) {
            return remembered.forms;
        }
        WordForms forms = new WordForms(IndexTerm.of(List.of(word), inflected));
        SLOTS[slot] = new Remembered(key, forms);
        return forms;
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 16) & REMEMBERED - 1;
    }
}
