package dev.paperround.matching;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** The {@link IndexTerm}s of an index, named without their mark of parts, and the papers that have them. */
interface TermDictionary {
    boolean has(Field field, String term, int parts) throws IOException;

    List<String> beginningWith(Field field, String prefix, int parts) throws IOException;

    /** The papers where the step's words stand. */
    void addPapers(Field field, Step step, BitSet found) throws IOException;
}
