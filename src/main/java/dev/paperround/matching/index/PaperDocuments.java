package dev.paperround.matching.index;

import dev.paperround.matching.tex.Tex;
import dev.paperround.matching.text.AnalyzedText;
import dev.paperround.matching.text.AnalyzedTextCache;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.NameKeys;
import dev.paperround.matching.text.PaperText;
import dev.paperround.matching.text.Word;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Writes papers into a Lucene index, where each document number is the paper's position in the list. */
public final class PaperDocuments {
    // Caches the texts of the first papers because they are the newest and will be highlighted as well.
    private static final int REMEMBERED = 2_000;

    private static final FieldType WORDS_AND_POSITIONS = wordsAndPositions();

    private PaperDocuments() {}

    static Directory write(List<PaperText> papers) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        // Merging could reorder the documents.
        IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < papers.size(); i++) {
                Document document = new Document();
                addTexts(document, read(papers.get(i), i < REMEMBERED));
                writer.addDocument(document);
            }
        }
        return directory;
    }

    public static void addTexts(Document document, Map<Field, List<PaperTokens.Value>> texts) {
        texts.forEach((field, values) -> document.add(
                new org.apache.lucene.document.Field(field.name(), new PaperTokens(values), WORDS_AND_POSITIONS)));
    }

    public static Map<Field, List<PaperTokens.Value>> read(PaperText paper, boolean remember) {
        Map<Field, List<PaperTokens.Value>> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            texts.put(
                    field,
                    field.valuesIn(paper).stream()
                            .map(value -> read(field, value, remember))
                            .toList());
        }
        return texts;
    }

    private static PaperTokens.Value read(Field field, String value, boolean remember) {
        return switch (field) {
            case TITLE, ABSTRACT ->
                new PaperTokens.Value(
                        remember ? AnalyzedTextCache.LATELY.of(value) : AnalyzedTextCache.LATELY.passing(value),
                        List.of());
            case ORGANIZATION, KEYWORDS -> new PaperTokens.Value(AnalyzedText.read(value), List.of());
            case AUTHORS ->
                new PaperTokens.Value(
                        AnalyzedText.read(value, false), NameKeys.ofAuthor(Word.of(Tex.toText(value)), value));
        };
    }

    private static FieldType wordsAndPositions() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
