package dev.paperround.matching.archive;

import dev.paperround.matching.index.LuceneTerms;
import dev.paperround.matching.index.LuceneText;
import dev.paperround.matching.index.TermDictionary;
import dev.paperround.matching.meaning.Interests;
import dev.paperround.matching.query.DayRange;
import dev.paperround.matching.query.Node;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.matching.text.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** Translates a filter's query for Lucene, so that the archive finds the same papers as a digest's window. */
final class ArchiveQueries {
    private final TermDictionary terms;
    private final DayRange days;
    private final Interests interests;

    ArchiveQueries(IndexReader reader, DayRange days, Interests interests) {
        this.interests = interests;
        this.terms = new LuceneTerms(reader);
        this.days = days;
    }

    Query considered() {
        return days.equals(DayRange.ALL) ? new MatchAllDocsQuery() : ArchiveDocument.featured(days);
    }

    Query of(dev.paperround.matching.query.Query asked, boolean scored) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (!days.equals(DayRange.ALL)) {
            all.add(considered(), Occur.FILTER);
        }
        if (scored && everyLeafFoundCounts(asked.root())) {
            all.add(scored(asked.root()), Occur.MUST);
            return all.build();
        }
        all.add(matching(asked.root()), Occur.FILTER);
        if (scored) {
            for (QueryTerm leaf : asked.positiveLeaves()) {
                if (leaf instanceof QueryTerm.Text text) {
                    all.add(worth(text), Occur.SHOULD);
                } else if (leaf instanceof QueryTerm.Like like) {
                    all.add(close(like), Occur.SHOULD);
                }
            }
        }
        return all.build();
    }

    // In "a OR (b c)" a paper with a and b scores for both, although the second branch does not match it.
    private static boolean everyLeafFoundCounts(Node node) {
        Set<Node> leaves = new HashSet<>();
        return node instanceof Node.And and
                ? and.parts().stream().allMatch(part -> countsOnce(part, leaves))
                : countsOnce(node, leaves);
    }

    private static boolean countsOnce(Node node, Set<Node> leaves) {
        if (node instanceof Node.Or or) {
            return or.parts().stream().allMatch(part -> part instanceof QueryTerm && leaves.add(part));
        }
        return node instanceof QueryTerm
                ? leaves.add(node)
                : node instanceof Node.Not not && not.part() instanceof QueryTerm;
    }

    private Query scored(Node node) throws IOException {
        if (node instanceof QueryTerm.Text text) {
            return worth(text);
        }
        if (node instanceof QueryTerm.Like like) {
            return close(like);
        }
        if (node instanceof Node.Or or) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (Node part : or.parts()) {
                any.add(scored(part), Occur.SHOULD);
            }
            return any.build();
        }
        if (node instanceof Node.And and) {
            return every(and.parts(), true);
        }
        return new BoostQuery(new ConstantScoreQuery(matching(node)), 0);
    }

    private Query matching(Node node) throws IOException {
        if (node instanceof Node.And and) {
            return every(and.parts(), false);
        }
        if (node instanceof Node.Or or) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (Node part : or.parts()) {
                any.add(matching(part), Occur.SHOULD);
            }
            return any.build();
        }
        if (node instanceof Node.Not) {
            return every(List.of(node), false);
        }
        if (node instanceof QueryTerm.Trending trending) {
            return ArchiveDocument.trending(days, trending.most());
        }
        if (node instanceof QueryTerm.Like like) {
            return close(like);
        }
        return node instanceof QueryTerm.Text text ? anywhere(text) : upvotes((QueryTerm.Upvotes) node);
    }

    private Query close(QueryTerm.Like like) {
        return interests
                .of(like)
                .<Query>map(interest -> new CloseQuery(interest, like.reach().least()))
                .orElseGet(MatchNoDocsQuery::new);
    }

    private Query every(List<Node> parts, boolean scored) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean found = false;
        for (Node part : parts) {
            if (part instanceof Node.Not not) {
                all.add(matching(not.part()), Occur.MUST_NOT);
            } else {
                all.add(scored ? scored(part) : matching(part), scored ? Occur.MUST : Occur.FILTER);
                found = true;
            }
        }
        if (!found) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return all.build();
    }

    private Query anywhere(QueryTerm.Text text) throws IOException {
        Optional<Query> word = LuceneText.anywhere(text);
        if (word.isPresent()) {
            return word.get();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Field field : Field.values()) {
            if (text.appliesTo(field)) {
                any.add(LuceneText.query(text, field, terms), Occur.SHOULD);
            }
        }
        return any.build();
    }

    private Query worth(QueryTerm.Text text) throws IOException {
        List<Query> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            if (text.appliesTo(field)) {
                Query found = new ConstantScoreQuery(LuceneText.query(text, field, terms));
                fields.add(new BoostQuery(found, field.weight()));
            }
        }
        return new DisjunctionMaxQuery(fields, 0);
    }

    private static Query upvotes(QueryTerm.Upvotes leaf) {
        long bound = leaf.bound();
        return switch (leaf.comparison()) {
            case AT_LEAST -> ArchiveDocument.upvotes(Math.max(bound, 0), Long.MAX_VALUE);
            case AT_MOST -> ArchiveDocument.upvotes(0, bound);
            case MORE_THAN -> ArchiveDocument.upvotes(Math.max(bound + 1, 0), Long.MAX_VALUE);
            case LESS_THAN -> ArchiveDocument.upvotes(0, bound - 1);
            case EXACTLY -> ArchiveDocument.upvotes(bound, bound);
        };
    }
}
