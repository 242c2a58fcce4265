package dev.paperround.matching.text;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

record WordForms(List<String> terms) {
    private static final int MOST_REMEMBERED = 40_000;

    // Words repeat across texts, and finding their forms is the most expensive step of the analysis.
    private static final Map<Key, WordForms> REMEMBERED = new ConcurrentHashMap<>();

    private record Key(List<String> spellings, int letters, int capitals, boolean pluralS, boolean inflected) {}

    static WordForms of(Word word, boolean inflected) {
        Key key = new Key(word.spellings(), word.letters(), word.capitals(), word.pluralS(), inflected);
        WordForms remembered = REMEMBERED.get(key);
        if (remembered != null) {
            return remembered;
        }
        if (REMEMBERED.size() >= MOST_REMEMBERED) {
            REMEMBERED.clear();
        }
        WordForms forms = new WordForms(IndexTerm.of(List.of(word), inflected));
        REMEMBERED.put(key, forms);
        return forms;
    }
}
