package dev.paperround;

import dev.paperround.paper.PaperMetadata;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Searches by the words of an interest, the way Lucene does it by default. */
final class Bm25 {
    private static final String TEXT = "text";

    private final EnglishAnalyzer analyzer = new EnglishAnalyzer();
    private final IndexSearcher searcher;

    Bm25(List<PaperMetadata> papers) throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var paper : papers) {
                var document = new Document();
                var text = paper.title() + ". " + Objects.requireNonNullElse(paper.abstractText(), "");
                document.add(new TextField(TEXT, text, Store.NO));
                writer.addDocument(document);
            }
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    double[] scores(String text) throws IOException {
        var scores = new double[searcher.getIndexReader().maxDoc()];
        var query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, text);
        for (var hit : searcher.search(query, scores.length).scoreDocs) {
            scores[hit.doc] = hit.score;
        }
        return scores;
    }
}
