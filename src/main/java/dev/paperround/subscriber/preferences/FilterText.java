package dev.paperround.subscriber.preferences;

public record FilterText(String name, String query) {}
