package dev.paperround.i18n;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.i18n.MessageBundle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message of a bundle with its arguments, put into words only where somebody reads it. Programs read English. The
 * database keeps the code, such as {@code failure:timedOut}, and the arguments.
 */
@Schema(implementation = String.class)
public record Message(String code, Map<String, Object> arguments) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODE = "code";
    private static final String TEXT = "text";
    private static final Pattern CODES = Pattern.compile("[a-z]+:[a-zA-Z0-9]+");
    private static final String STORED = "{\"" + CODE + "\":\"";

    // Messages are also needed before the program runs and where no program does, so nothing is injected here: a proxy
    // of the bundle notes which method is called, and with which arguments.
    public static <B> Message of(Class<B> bundle, Function<B, String> call) {
        var called = new AtomicReference<Message>();
        InvocationHandler note = (proxy, method, arguments) -> {
            var named = new LinkedHashMap<String, Object>();
            var parameters = method.getParameters();
            for (var i = 0; i < parameters.length; i++) {
                named.put(parameters[i].getName(), arguments[i]);
            }
            called.set(new Message(bundle.getAnnotation(MessageBundle.class).value() + ":" + method.getName(), named));
            return "";
        };
        call.apply(bundle.cast(Proxy.newProxyInstance(bundle.getClassLoader(), new Class<?>[] {bundle}, note)));
        return called.get();
    }

    // Somebody else's words, such as a relay's reply; they are the same in every language.
    public static Message asIs(String text) {
        return of(ProblemMessages.class, say -> say.asIs(text));
    }

    public Message and(Message next) {
        return of(ProblemMessages.class, say -> say.oneAndAnother(this, next));
    }

    public String in(Language language) {
        var words = new LinkedHashMap<String, Object>();
        arguments.forEach((name, value) -> words.put(name, word(value, language)));
        return MessageTexts.text(code, words, language);
    }

    private static Object word(Object argument, Language language) {
        if (argument == null) {
            return "";
        }
        if (argument instanceof Message message) {
            return message.in(language);
        }
        if (argument instanceof LocalDate day) {
            return language == Language.EN ? day : Dates.in(language).date(day);
        }
        return argument instanceof DayOfWeek day ? Dates.in(language).weekday(day) : argument;
    }

    @JsonValue
    @Override
    public String toString() {
        return in(Language.EN);
    }

    // Somebody else's words are stored as they are, unless they look like a stored message.
    public static String storedWords(String text) {
        return text.startsWith(STORED) ? asIs(text).json() : text;
    }

    public String stored() {
        return arguments.get(TEXT) instanceof String text && equals(asIs(text)) ? storedWords(text) : json();
    }

    private String json() {
        try {
            return JSON.writeValueAsString(storable());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // Foreign text may hold anything, and may be long; the database takes no NUL.
    public Message shortened(int longest) {
        var shorter = new LinkedHashMap<String, Object>();
        arguments.forEach((name, value) -> shorter.put(
                name,
                value instanceof Message message
                        ? message.shortened(longest)
                        : value instanceof Number ? value : shortened(String.valueOf(value), longest)));
        return new Message(code, shorter);
    }

    private static String shortened(String text, int longest) {
        var clean = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
    }

    private Map<String, Object> storable() {
        var stored = new LinkedHashMap<String, Object>();
        stored.put(CODE, code);
        arguments.forEach((name, value) -> stored.put(
                name,
                value instanceof Message message
                        ? message.storable()
                        : value instanceof Number ? value : String.valueOf(value)));
        return stored;
    }

    public static Message read(String stored) {
        if (!stored.startsWith(STORED)) {
            return asIs(stored);
        }
        try {
            return restored(JSON.readValue(stored, new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException | IllegalArgumentException notOurs) {
            return asIs(stored);
        }
    }

    public static Message readOrNull(String stored) {
        return Optional.ofNullable(stored).map(Message::read).orElse(null);
    }

    private static Message restored(Map<?, ?> stored) {
        var arguments = new LinkedHashMap<String, Object>();
        stored.forEach((name, value) -> {
            if (!name.equals(CODE)) {
                arguments.put(String.valueOf(name), value instanceof Map<?, ?> inner ? restored(inner) : value);
            }
        });
        var code = String.valueOf(stored.get(CODE));
        if (!CODES.matcher(code).matches()) {
            throw new IllegalArgumentException("not a code of ours");
        }
        return new Message(code, arguments);
    }
}
