package dev.paperround.matching.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists the searchable texts of a paper with their names in queries and their weights in the score. */
public enum Field {
    TITLE("title", 3),
    ABSTRACT("abstract", 1),
    AUTHORS("author", 1),
    ORGANIZATION("org", 1),
    KEYWORDS("keyword", 2);

    public static final String UPVOTES = "upvotes";
    public static final String TRENDING = "trending";
    public static final String LIKE = "like";

    private final String queryName;
    private final int weight;

    Field(String queryName, int weight) {
        this.queryName = queryName;
        this.weight = weight;
    }

    public String queryName() {
        return queryName;
    }

    public int weight() {
        return weight;
    }

    public static Optional<Field> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.queryName.equals(lower))
                .findFirst();
    }

    public List<String> valuesIn(PaperText paper) {
        return switch (this) {
            case TITLE -> List.of(paper.title());
            case ABSTRACT -> List.of(paper.abstractText());
            case AUTHORS -> paper.authors();
            case ORGANIZATION -> List.of(paper.organization());
            case KEYWORDS -> paper.keywords();
        };
    }
}
