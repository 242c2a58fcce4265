package dev.paperround.mail.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.testing.DkimKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mail of RFC 8463, appendix A, whose signatures are known. */
class Rfc8463Test {
    private static final List<String> HEADERS = List.of(
            "From: Joe SixPack <joe@football.example.com>",
            "To: Suzie Q <suzie@shopping.example.net>",
            "Subject: Is dinner ready?",
            "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)",
            "Message-ID: <20030712040037.46341.5F8J@football.example.com>");

    private static final String ED25519_FIELD = """
            DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=brisbane; t=1528637909; h=from : to :
             subject : date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=""";

    @TempDir
    Path directory;

    @Test
    void aKeyIsPublishedAsThere() throws Exception {
        assertThat(key().record()).isEqualTo("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }

    @Test
    void itsHeadersAreSignedWithEd25519AsThere() throws Exception {
        var signed = new StringBuilder();
        for (var header : HEADERS) {
            RelaxedHeader.append(header, signed);
            signed.append("\r\n");
        }
        RelaxedHeader.append(ED25519_FIELD.replace("\n", "\r\n"), signed);

        var signature = key().sign(signed.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(DkimKey.base64(signature))
                .isEqualTo("/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==");
    }

    /** Relaxed by hand: there are two blanks after "game." in the mail. */
    @Test
    void itsBodyIsHashedInPiecesAsThere() {
        var pieces = Stream.of("Hi.\r", "\n\r\nWe lost the game. ", "", "Are you hungry yet?\r\n\r\nJoe.\r\n")
                .map(it -> it.getBytes(StandardCharsets.US_ASCII))
                .collect(Collectors.toList());

        assertThat(DkimKey.base64(BodyHash.of(pieces))).isEqualTo("2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
    }

    private DkimKey key() throws Exception {
        var seed = Base64.getDecoder().decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=");
        var key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        return DkimKeyFile.read("brisbane", Files.writeString(directory.resolve("key.pem"), DkimKeys.pem(key)));
    }
}
