package dev.paperround.matching;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Writes papers into a Lucene index whose document numbers are the positions in the list. */
final class PaperDocuments {
    private static final FieldType WORDS_AND_POSITIONS = wordsAndPositions();

    private PaperDocuments() {}

    static Directory write(List<PaperText> papers) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        // Merges may reorder documents.
        IndexWriterConfig config = new IndexWriterConfig(PaperAnalyzer.INSTANCE).setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (PaperText paper : papers) {
                writer.addDocument(document(paper));
            }
        }
        return directory;
    }

    private static Document document(PaperText paper) {
        Document document = new Document();
        for (Field field : Field.values()) {
            for (String value : field.valuesIn(paper)) {
                document.add(
                        new org.apache.lucene.document.Field(field.name(), Tex.toText(value), WORDS_AND_POSITIONS));
            }
        }
        return document;
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
