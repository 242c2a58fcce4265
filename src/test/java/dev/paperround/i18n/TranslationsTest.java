package dev.paperround.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is said in one language only. */
class TranslationsTest {
    private static final Map<String, Class<?>> BUNDLES = Map.of(
            "page",
            PageMessages.class,
            "form",
            FormMessages.class,
            "mail",
            MailMessages.class,
            "privacy",
            PrivacyMessages.class,
            "admin",
            AdminMessages.class,
            "sends",
            SendMessages.class,
            "lists",
            ListMessages.class,
            "inbox",
            InboxMessages.class);
    private static final List<Language> TRANSLATED = List.of(Language.DE, Language.ZH);
    private static final Pattern ARGUMENT = Pattern.compile("%(?:(\\d)\\$)?s");

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
    void everySentenceIsInEveryLanguageWithTheSameArguments() {
        wordings().forEach(sentence -> {
            var arguments = arguments(sentence.english());
            for (var language : TRANSLATED) {
                assertThat(sentence.translated(language))
                        .as("%s in %s", sentence, language)
                        .hasValueSatisfying(it ->
                                assertThat(arguments(it)).as("%s", sentence).isEqualTo(arguments));
            }
        });
    }

    private static Stream<MessageKey> wordings() {
        return Stream.of(
                        Sentence.values(),
                        OperatorSentence.values(),
                        IngestSentence.values(),
                        DoctorSentence.values(),
                        FailureSentence.values())
                .flatMap(Arrays::<MessageKey>stream);
    }

    @Test
    void whatAnOperatorIsToldInEnglishIsKnownAgainInOtherLanguages() {
        // Of these little is left but their places; they are never kept, and told with their parts.
        var bare = Set.of(OperatorSentence.IN_COLUMN, DoctorSentence.FOUND);
        wordings().filter(it -> !(it instanceof Sentence) && !bare.contains(it)).forEach(wording -> {
            Object[] about = IntStream.range(0, arguments(wording.english()).size())
                    .mapToObj(it -> "<" + it + " given>")
                    .toArray();
            for (var language : TRANSLATED) {
                assertThat(LocalizedMessage.asIs(wording.toPrograms(about)).in(language))
                        .as("%s", wording)
                        .isEqualTo(wording.in(language, about));
            }
        });
    }

    @Test
    void aSentenceInsideAnotherIsKnownAgainAndWhatIsNotOursStaysAsItIs() {
        var failed = IngestSentence.NOT_READ.toPrograms(
                "https://papers.example/list", IngestSentence.NO_ANSWER.toPrograms(2.5));

        assertThat(LocalizedMessage.asIs(failed).in(Language.DE))
                .isEqualTo(
                        "https://papers.example/list konnte nicht gelesen werden: keine Antwort binnen 2.5 Sekunden");
        assertThat(LocalizedMessage.asIs(failed).in(Language.EN)).isEqualTo(failed);
        for (var others : List.of("", "550 5.1.1 No such user: ada", "sender: not known", "x".repeat(10_000))) {
            assertThat(LocalizedMessage.asIs(others).in(Language.ZH)).isEqualTo(others);
        }
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

    private static TreeSet<String> arguments(String pattern) {
        var next = new int[] {0};
        return ARGUMENT.matcher(pattern)
                .results()
                .map(it -> it.group(1) == null ? "" + ++next[0] : it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
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
