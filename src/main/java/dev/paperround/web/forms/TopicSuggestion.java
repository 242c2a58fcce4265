package dev.paperround.web.forms;

/** A query worth a filter, and how many of the last days' papers it finds. */
public record TopicSuggestion(String query, int papers) {
    public String text() {
        return query.replace("\"", "");
    }
}
