package dev.paperround.digest.rendering;

import io.quarkus.qute.TemplateExtension;

@TemplateExtension
class TextWrap {
    private static final int WIDTH = 72;

    private TextWrap() {}

    static String wrapped(String text, String indent) {
        var lines = new StringBuilder();
        var line = new StringBuilder(indent);
        for (var word : text.strip().split("\\s+")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.append(line).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        return lines.append(line).toString();
    }
}
