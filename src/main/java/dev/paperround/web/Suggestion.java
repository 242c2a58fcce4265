package dev.paperround.web;

/** A query worth a filter, and how many of the last days' papers it finds. */
record Suggestion(String query, int papers) {
    public String text() {
        return query.replace("\"", "");
    }
}
