package dev.paperround.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1::/48",
        "2001:db8:1:ffff::9, 2001:db8:1::/48",
        "::ffff:192.0.2.77, 192.0.2.0/24",
        "::1, ::/48"
    })
    void ofANetworkOnlyItsBeginningIsKept(String address, String prefix) {
        assertThat(AddressRange.address(address).map(Network::of).map(Network::prefix))
                .contains(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somewhere", "192.0.2", "192.0.2.1.example"})
    void whatIsNoAddressHasNoNetwork(String address) {
        assertThat(AddressRange.address(address)).isEmpty();
        assertThat(AddressRange.parse(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.200.3.4, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false"
    })
    void aRangeHoldsWhatBeginsLikeIt(String range, String address, boolean held) {
        assertThat(AddressRange.parse(range)
                        .orElseThrow()
                        .holds(AddressRange.address(address).orElseThrow()))
                .isEqualTo(held);
    }
}
