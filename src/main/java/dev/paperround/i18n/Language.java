package dev.paperround.i18n;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Optional;

public enum Language {
    EN("en", "en", "English", Locale.UK),
    DE("de", "de", "Deutsch", Locale.GERMANY),
    ZH("zh", "zh-Hans", "中文", Locale.SIMPLIFIED_CHINESE);

    private final String code;
    private final String tag;
    private final String ownName;
    private final Locale formats;

    Language(String code, String tag, String ownName, Locale formats) {
        this.code = code;
        this.tag = tag;
        this.ownName = ownName;
        this.formats = formats;
    }

    public String code() {
        return code;
    }

    public String ownName() {
        return ownName;
    }

    public String tag() {
        return tag;
    }

    public Locale words() {
        return Locale.forLanguageTag(code);
    }

    Locale formats() {
        return formats;
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    public static Language ofLocale(Object locale) {
        return locale instanceof Locale known ? of(known.getLanguage()).orElse(EN) : EN;
    }

    // Falls back to English if the browser asks for no language we have.
    public static Language accepted(String acceptLanguage) {
        return ranges(Objects.requireNonNullElse(acceptLanguage, "")).stream()
                .filter(it -> it.getWeight() > 0)
                .map(it -> of(it.getRange().split("-")[0]))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(EN);
    }

    private static List<LanguageRange> ranges(String acceptLanguage) {
        try {
            return acceptLanguage.isBlank() ? List.of() : LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException notWellFormed) {
            return List.of();
        }
    }
}
