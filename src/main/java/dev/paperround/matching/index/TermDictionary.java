package dev.paperround.matching.index;

import dev.paperround.matching.query.PhraseStep;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.IndexTerm;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** Looks up the {@link IndexTerm}s of an index, named without their part count, and the papers that contain them. */
public interface TermDictionary {
    boolean has(Field field, String term, int parts) throws IOException;

    List<String> beginningWith(Field field, String prefix, int parts) throws IOException;

    void addPapers(Field field, PhraseStep step, BitSet found) throws IOException;
}
