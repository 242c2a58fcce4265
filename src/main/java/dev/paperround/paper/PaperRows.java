package dev.paperround.paper;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Maps {@link PaperMetadata} to and from the columns of the table {@code paper}. */
public final class PaperRows {
    private PaperRows() {}

    public static PaperMetadata facts(ResultSet row) throws SQLException {
        return new PaperMetadata(
                row.getString("title"),
                row.getString("abstract"),
                array(row, "authors", String[].class),
                row.getObject("author_count", Integer.class),
                row.getString("organization"),
                row.getObject("published_on", java.time.LocalDate.class),
                row.getObject("upvotes", Integer.class),
                row.getObject("comments", Integer.class),
                row.getString("summary"),
                array(row, "keywords", String[].class),
                row.getString("github_repo"),
                row.getObject("github_stars", Integer.class),
                row.getString("project_page"),
                row.getString("thumbnail"));
    }

    // Returns the index of the next parameter.
    public static int set(PreparedStatement statement, int first, PaperMetadata facts) throws SQLException {
        Connection connection = statement.getConnection();
        List<Object> values = Arrays.asList(
                facts.title(),
                facts.abstractText(),
                connection.createArrayOf("text", facts.authors().toArray()),
                facts.authorCount(),
                facts.organization(),
                facts.publishedOn(),
                facts.upvotes(),
                facts.comments(),
                facts.summary(),
                connection.createArrayOf("text", facts.keywords().toArray()),
                facts.githubRepo(),
                facts.githubStars(),
                facts.projectPage(),
                facts.thumbnail());
        int parameter = first;
        for (Object value : values) {
            if (value == null) {
                statement.setNull(parameter++, Types.NULL);
            } else {
                statement.setObject(parameter++, value);
            }
        }
        return parameter;
    }

    public static <T> List<T> array(ResultSet row, String column, Class<T[]> type) throws SQLException {
        Array array = row.getArray(column);
        try {
            return List.of(type.cast(array.getArray()));
        } finally {
            array.free();
        }
    }

    public static Set<LocalDate> days(ResultSet row) throws SQLException {
        return array(row, "days", java.sql.Date[].class).stream()
                .map(java.sql.Date::toLocalDate)
                .collect(Collectors.toSet());
    }
}
