package dev.paperround.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperround.testing.DkimKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DkimSettingRulesTest {
    private static final String FILE = "PAPERROUND_DKIM_KEYS_S2026_FILE";
    private static final String WHOLE = "must hold an RSA or Ed25519 key that is whole.";

    @TempDir
    Path directory;

    @Test
    void twoKeysMaySignSideBySide() {
        assertThatCode(() -> SettingRules.check(Settings.of(DkimKeys.settings())))
                .doesNotThrowAnyException();
    }

    private static Stream<Arguments> unusableKeys() {
        var rsa = DkimKeys.pair("RSA", 1024);
        return Stream.of(
                Arguments.of("", "must hold a private key in PEM, which begins with -----BEGIN PRIVATE KEY-----."),
                Arguments.of(
                        labelled("PUBLIC KEY", rsa.getPublic().getEncoded()),
                        "must hold a private key, and holds a public one."),
                Arguments.of(labelled("RSA PRIVATE KEY", new byte[40]), "openssl pkey -in old.pem -out new.pem"),
                Arguments.of(labelled("ENCRYPTED PRIVATE KEY", new byte[40]), "without a passphrase"),
                Arguments.of(labelled("EC PRIVATE KEY", new byte[40]), WHOLE),
                Arguments.of(DkimKeys.pem(DkimKeys.pair("EC", 256).getPrivate()), WHOLE),
                Arguments.of(DkimKeys.pem(rsa.getPrivate()).replaceFirst("\nMI", "\nM!"), WHOLE),
                Arguments.of(DkimKeys.pem(cut(rsa.getPrivate())), WHOLE),
                Arguments.of(
                        DkimKeys.pem(DkimKeys.pair("RSA", 512).getPrivate()),
                        "must hold an RSA key of 1024 to 4096 bits, 2048 for the best, and holds one of 512."));
    }

    @ParameterizedTest
    @MethodSource("unusableKeys")
    void ofAFileThatIsNoUseIsSaidWhatWouldBe(String content, String right) throws IOException {
        var file = Files.writeString(directory.resolve("key.pem"), content);

        assertThatThrownBy(() -> check(Map.of("paperround.dkim.keys.s2026.file", file.toString())))
                .isInstanceOf(StartupFailure.class)
                .hasMessageStartingWith(FILE + " is \"" + file + "\"; it must hold ")
                .hasMessageContaining(right)
                .satisfies(it -> {
                    for (var line : content.lines().skip(1).limit(3).toList()) {
                        assertThat(it).hasMessageNotContaining(line);
                    }
                });
    }

    @Test
    void aFileThatIsMissingOrNoneIsSaid() {
        assertThatThrownBy(() -> check(Map.of("paperround.dkim.keys.s2026.file", directory + "/none.pem")))
                .hasMessage(FILE + " is \"" + directory
                        + "/none.pem\"; it must hold a private key, and there is no such file.");
        assertThatThrownBy(() -> check(Map.of("paperround.dkim.keys.s2026.file", directory.toString())))
                .hasMessageStartingWith(
                        FILE + " is \"" + directory + "\"; it must hold a private key, and cannot be read");
    }

    @Test
    void halfOfTheSettingsIsNotEnough() {
        assertThatThrownBy(() -> check(Map.of("paperround.dkim.domain", "papers.example.org")))
                .hasMessage(
                        "PAPERROUND_DKIM_KEYS_<SELECTOR>_FILE is not set; it must be the file of the private key that"
                                + " signs for PAPERROUND_DKIM_DOMAIN.");
        assertThatThrownBy(() -> check(Map.of("PAPERROUND_DKIM_KEYS_S2026", "/etc/key.pem")))
                .hasMessageStartingWith(FILE + " is not set; it must be the file of the private key");
    }

    @ParameterizedTest
    @CsvSource({
        "papers.example.org, papers.example.org",
        "Example.ORG, papers.example.org",
        "mail.papers.example.org, papers.example.org"
    })
    void theDomainMayBeThatOfTheSenderOrOneOfItsFamily(String domain, String sender) {
        assertThatCode(() -> checkDomain(domain, sender)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"example.com, papers.example.org", "apers.example.org, papers.example.org"})
    void anotherDomainIsRefused(String domain, String sender) {
        assertThatThrownBy(() -> checkDomain(domain, sender))
                .hasMessage("PAPERROUND_DKIM_DOMAIN is \"" + domain + "\"; it must be " + sender
                        + ", the domain of PAPERROUND_MAIL_FROM, or one above it or under it.");
    }

    @Test
    void aDomainIsOneByItsLook() {
        assertThatThrownBy(() -> checkDomain("org", "digest.example.org"))
                .hasMessage("PAPERROUND_DKIM_DOMAIN is \"org\"; it must be the domain that signs, such as"
                        + " papers.example.org.");
    }

    private static void checkDomain(String domain, String sender) throws StartupFailure {
        var settings = new HashMap<>(DkimKeys.settings());
        settings.put("paperround.dkim.domain", domain);
        settings.put("paperround.mail-from", "Paper Round <digest@" + sender + ">");
        check(settings);
    }

    private static void check(Map<String, String> settings) throws StartupFailure {
        SettingRules.check(Settings.of(settings));
    }

    private static String labelled(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getEncoder().encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    private static byte[] cut(PrivateKey key) {
        return Arrays.copyOf(key.getEncoded(), 300);
    }
}
