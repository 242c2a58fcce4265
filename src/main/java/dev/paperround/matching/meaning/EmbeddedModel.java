package dev.paperround.matching.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the English model that the program contains. */
public final class EmbeddedModel implements Embedder {
    public static final String NAME = "all-minilm-l6-v2-q";

    // The model was trained on texts of this many pieces; more make it slower and no better.
    private static final int MOST_PIECES = 256;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private EmbeddedModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** Loads the native library and the model, which takes about half a second. */
    public static EmbeddedModel load() throws IOException {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                // Searching and sending need the other processors.
                options.setIntraOpNumThreads(1);
                OrtSession session = environment.createSession(resource(NAME + ".onnx"), options);
                return new EmbeddedModel(environment, session, new WordPieces(vocabulary()));
            }
        } catch (OrtException | LinkageError e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String model() {
        return NAME;
    }

    @Override
    public List<float[]> embed(List<String> texts) throws IOException {
        List<float[]> vectors = new ArrayList<>();
        for (String text : texts) {
            vectors.add(embed(text));
        }
        return vectors;
    }

    private float[] embed(String text) throws IOException {
        long[] ids = pieces.ids(text, MOST_PIECES);
        long[] ones = new long[ids.length];
        java.util.Arrays.fill(ones, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, new long[][] {ids});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]});
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((float[][][]) result.get(0).getValue())[0]);
        } catch (OrtException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static float[] mean(float[][] ofPieces) {
        float[] mean = new float[ofPieces[0].length];
        for (float[] piece : ofPieces) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += piece[i] / ofPieces.length;
            }
        }
        return mean;
    }

    static Map<String, Integer> vocabulary() throws IOException {
        JsonNode words = new ObjectMapper()
                .readTree(resource(NAME + "-tokenizer.json"))
                .path("model")
                .path("vocab");
        Map<String, Integer> vocabulary = new HashMap<>();
        words.properties()
                .forEach(word -> vocabulary.put(word.getKey(), word.getValue().intValue()));
        return vocabulary;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = EmbeddedModel.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is missing from the program");
            }
            return in.readAllBytes();
        }
    }
}
