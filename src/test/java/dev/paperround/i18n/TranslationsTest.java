package dev.paperround.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is said in one language only. */
class TranslationsTest {
    private static final Map<String, Class<?>> BUNDLES = Stream.of(
                    AdminMessages.class,
                    BounceMessages.class,
                    DoctorMessages.class,
                    FailureMessages.class,
                    FollowMessages.class,
                    FormMessages.class,
                    InboxMessages.class,
                    IngestMessages.class,
                    ListMessages.class,
                    MailMessages.class,
                    PageMessages.class,
                    PrivacyMessages.class,
                    ProblemMessages.class,
                    SendMessages.class)
            .collect(
                    Collectors.toMap(it -> it.getAnnotation(MessageBundle.class).value(), it -> it));
    private static final List<Language> TRANSLATED =
            Stream.of(Language.values()).filter(it -> it != Language.EN).toList();

    @Test
    void everyBundleIsListedHere() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            assertThat(files.map(it -> it.getFileName().toString().replaceFirst("_.*", ""))
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(BUNDLES.keySet());
        }
    }

    @Test
    void everyMessageIsInEveryLanguage() {
        BUNDLES.forEach((name, bundle) -> {
            var wanted = Arrays.stream(bundle.getMethods()).map(Method::getName).toList();
            for (var language : Language.values()) {
                assertThat(messages(name, language).stringPropertyNames())
                        .as("%s in %s", name, language)
                        .containsExactlyInAnyOrderElementsOf(wanted);
            }
        });
    }

    @Test
    void everyTranslationUsesWhatItIsGiven() {
        BUNDLES.forEach((name, bundle) -> {
            for (var method : bundle.getMethods()) {
                var parameters = Arrays.stream(method.getParameters())
                        .map(it -> it.getName())
                        .toList();
                var english = messages(name, Language.EN).getProperty(method.getName());
                var shown = parameters.stream()
                        .filter(it -> Pattern.compile("\\{" + it + "[.}]")
                                .matcher(english)
                                .find())
                        .toList();
                for (var language : TRANSLATED) {
                    assertThat(used(messages(name, language).getProperty(method.getName()), parameters))
                            .as("%s:%s in %s", name, method.getName(), language)
                            .containsAll(shown);
                }
            }
        });
    }

    @Test
    void everyMessageIsWrittenWithItsArgumentsInEveryLanguage() {
        BUNDLES.forEach((name, bundle) -> {
            for (var method : bundle.getMethods()) {
                if (Stream.of(method.getParameterTypes()).anyMatch(it -> it != Object.class)) {
                    continue;
                }
                var arguments = new LinkedHashMap<String, Object>();
                for (var parameter : method.getParameters()) {
                    arguments.put(parameter.getName(), "<" + parameter.getName() + " given>");
                }
                var message = new Message(name + ":" + method.getName(), arguments);
                for (var language : Language.values()) {
                    var text = message.in(language);
                    assertThat(text)
                            .as("%s in %s", message.code(), language)
                            .isNotEmpty()
                            .doesNotContain(message.code());
                    arguments.values().forEach(it -> assertThat(text)
                            .as("%s in %s", message.code(), language)
                            .contains(it.toString()));
                }
                assertThat(Message.read(message.stored())).isEqualTo(message);
            }
        });
    }

    @Test
    void theWordsOfOthersAreKeptAndReadAsTheyAre() {
        for (var others : List.of(
                "", "550 5.1.1 No such user: ada", "{\"code\":\"sends:isDone\"}", "x".repeat(10_000), "a {b} \\ c")) {
            var kept = Message.asIs(others).stored();
            assertThat(Message.read(kept).in(Language.ZH)).isEqualTo(others);
        }
        assertThat(Message.asIs("550 no").stored()).isEqualTo("550 no");
    }

    @Test
    void aMessageOfAnotherVersionIsShownByItsCode() {
        assertThat(Message.read("{\"code\":\"sends:gone\",\"id\":7}")).hasToString("sends:gone {id=7}");
    }

    @Test
    void figuresAreWrittenAsEachLanguageWritesThem() {
        var counts = List.of(0L, 800L, 1_000L, 2_500L, 400_000L, 1_000_000L, 1_500_000L);
        assertThat(counts)
                .extracting(Dates.in(Language.EN)::shortened)
                .containsExactly("0", "800", "1k", "2.5k", "400k", "1M", "1.5M");
        assertThat(counts)
                .extracting(Dates.in(Language.DE)::shortened)
                .containsExactly("0", "800", "1k", "2,5k", "400k", "1M", "1,5M");
        assertThat(counts)
                .extracting(Dates.in(Language.ZH)::shortened)
                .containsExactly("0", "800", "1000", "2500", "40万", "100万", "150万");
        assertThat(Dates.in(Language.DE).decimal(0.25)).isEqualTo("0,25");
        assertThat(Dates.in(Language.EN).decimal(12.0)).isEqualTo("12.0");
    }

    @Test
    void aBrowserGetsTheFirstLanguageThereIs() {
        assertThat(accepted("de-AT,de;q=0.9,en;q=0.8")).isEqualTo(Language.DE);
        assertThat(accepted("fr-FR,fr;q=0.9,zh-TW;q=0.8,en;q=0.7")).isEqualTo(Language.ZH);
        assertThat(accepted("en-US,de;q=0.5")).isEqualTo(Language.EN);
        assertThat(accepted("de;q=0,fr")).isEqualTo(Language.EN);
        assertThat(Stream.of(null, "", "*", "tlh", ";;q=", "a".repeat(10_000)).map(TranslationsTest::accepted))
                .containsOnly(Language.EN);
    }

    private static Language accepted(String header) {
        return Language.accepted(header);
    }

    private static List<String> used(String message, List<String> parameters) {
        return parameters.stream()
                .filter(it -> Pattern.compile("\\{[^}]*\\b" + it + "\\b")
                        .matcher(message)
                        .find())
                .toList();
    }

    private static Properties messages(String bundle, Language language) {
        var file =
                "/messages/%s_%s.properties".formatted(bundle, language.code().toLowerCase(Locale.ROOT));
        try (var reader =
                new InputStreamReader(TranslationsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            var messages = new Properties();
            messages.load(reader);
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
