package dev.paperround.web.forms;

public record TopicSuggestion(String query, int papers) {
    public String text() {
        return query.replace("\"", "");
    }
}
