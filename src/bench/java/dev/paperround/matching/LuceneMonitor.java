package dev.paperround.matching;

import dev.paperround.matching.index.PaperDocuments;
import dev.paperround.matching.query.Node;
import dev.paperround.matching.query.PhrasePart;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.matching.text.EnglishInflections;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.IndexTerm;
import dev.paperround.matching.text.PaperText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.ParallelMatcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;

/** The same queries registered in Lucene Monitor, papers matched as one batch. It only says who matches: no order, no cap. */
public final class LuceneMonitor implements AutoCloseable {
    /** Each query takes tens of kilobytes while it is registered. */
    private static final int BATCH = 500;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Monitor monitor;

    public LuceneMonitor(List<List<String>> subscriptions) throws IOException {
        monitor = new Monitor(new KeywordAnalyzer(), new TermFilteredPresearcher());
        var batch = new ArrayList<MonitorQuery>();
        for (var subscriber = 0; subscriber < subscriptions.size(); subscriber++) {
            var any = new BooleanQuery.Builder();
            for (var filter : subscriptions.get(subscriber)) {
                any.add(lucene(Query.parse(filter).query().orElseThrow().root()), Occur.SHOULD);
            }
            batch.add(new MonitorQuery(Integer.toString(subscriber), any.build()));
            if (batch.size() == BATCH) {
                monitor.register(batch);
                batch.clear();
            }
        }
        monitor.register(batch);
    }

    /** @return how many times a paper was found for a subscription */
    public long match(List<PaperText> papers) throws IOException {
        var documents = papers.stream().map(LuceneMonitor::document).toArray(Document[]::new);
        var matches = monitor.match(documents, ParallelMatcher.factory(threads, QueryMatch.SIMPLE_MATCHER, 2));
        var found = 0L;
        for (var paper = 0; paper < documents.length; paper++) {
            found += matches.getMatches(paper).size();
        }
        return found;
    }

    private static Document document(PaperText paper) {
        var document = new Document();
        PaperDocuments.addTexts(document, PaperDocuments.read(paper, false));
        return document;
    }

    private static org.apache.lucene.search.Query lucene(Node node) {
        var all = new BooleanQuery.Builder();
        if (node instanceof Node.And and) {
            and.parts()
                    .forEach(part -> all.add(
                            lucene(part instanceof Node.Not not ? not.part() : part),
                            part instanceof Node.Not ? Occur.MUST_NOT : Occur.MUST));
        } else if (node instanceof Node.Or or) {
            or.parts().forEach(part -> all.add(lucene(part), Occur.SHOULD));
        } else if (node instanceof Node.Not not) {
            all.add(new MatchAllDocsQuery(), Occur.MUST).add(lucene(not.part()), Occur.MUST_NOT);
        } else {
            var leaf = (QueryTerm.Text) node;
            for (var field : Field.values()) {
                if (leaf.appliesTo(field)) {
                    all.add(lucene(leaf, field.name()), Occur.SHOULD);
                }
            }
        }
        return all.build();
    }

    private static org.apache.lucene.search.Query lucene(QueryTerm.Text leaf, String field) {
        var parts = leaf.parts();
        if (leaf.prefix()) {
            return new PrefixQuery(
                    new Term(field, IndexTerm.WRITTEN + parts.get(0).spelling()));
        }
        if (parts.size() == 1) {
            return new TermQuery(base(parts.get(0), field));
        }
        var phrase = new PhraseQuery.Builder();
        parts.forEach(part -> phrase.add(base(part, field)));
        return phrase.build();
    }

    /** The plain form alone: joined and hyphenated twins would only cost it more. */
    private static Term base(PhrasePart part, String field) {
        return new Term(
                field,
                IndexTerm.BASE + EnglishInflections.bases(part.spelling()).get(0));
    }

    @Override
    public void close() throws IOException {
        monitor.close();
        threads.shutdown();
    }
}
