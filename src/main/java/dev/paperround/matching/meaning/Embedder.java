package dev.paperround.matching.meaning;

import java.io.IOException;
import java.util.List;

/** Turns texts into vectors, such that texts of a similar meaning are close. Any number of threads may use it. */
public interface Embedder {
    /** Names the model; vectors of different models cannot be compared. */
    String model();

    /** Returns one vector for each text, in their order. */
    List<float[]> embed(List<String> texts) throws IOException;
}
