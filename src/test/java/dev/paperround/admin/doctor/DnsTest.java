package dev.paperround.admin.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "v=spf1 | v=spf1",
                "\"v=spf1 mx -all\" | v=spf1 mx -all",
                "\"v=spf1 include:\" \"a.example -all\" | v=spf1 include:a.example -all",
                "\"v=DKIM1; k=rsa; p=MIIB\" IjAN AQAB | v=DKIM1; k=rsa; p=MIIBIjANAQAB",
                "\"say \\\"hi\\\" \\\\ twice\" | say \"hi\" \\ twice",
            })
    void aTextInPiecesIsPutTogether(String asJavaHasIt, String text) {
        assertThat(Dns.text(asJavaHasIt)).isEqualTo(text);
    }
}
