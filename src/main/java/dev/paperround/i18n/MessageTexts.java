package dev.paperround.i18n;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Renders the files of the message bundles for a {@link Message}, with or without a running program. */
final class MessageTexts {
    private static final Engine ENGINE = Engine.builder().addDefaults().build();
    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();
    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

    private MessageTexts() {}

    // A code that is in no file was stored by another version of the program, and is shown as it is.
    static String text(String code, Map<String, Object> arguments, Language language) {
        var template = TEMPLATES.computeIfAbsent(language.code() + ":" + code, key -> template(code, language));
        return template == null ? code + " " + arguments : template.render(arguments);
    }

    private static Template template(String code, Language language) {
        var end = code.indexOf(':');
        var messages = FILES.computeIfAbsent(code.substring(0, end) + "_" + language.code(), MessageTexts::file);
        var text = messages == null ? null : messages.getProperty(code.substring(end + 1));
        return text == null ? null : ENGINE.parse(text);
    }

    private static Properties file(String name) {
        try (var file = MessageTexts.class.getResourceAsStream("/messages/" + name + ".properties")) {
            if (file == null) {
                return null;
            }
            var messages = new Properties();
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
