package dev.paperround.http;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Matches a single IP address such as 192.0.2.7 or a CIDR range such as 10.0.0.0/8. */
public record AddressRange(InetAddress from, int bits) {
    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f.:]{2,45})(?:/(\\d{1,3}))?");

    public static Optional<AddressRange> parse(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        return address(match.group(1)).flatMap(from -> {
            var all = from.getAddress().length * 8;
            var bits = match.group(2) == null ? all : Integer.parseInt(match.group(2));
            return bits <= all ? Optional.of(new AddressRange(from, bits)) : Optional.empty();
        });
    }

    // Never performs a DNS lookup.
    static Optional<InetAddress> address(String text) {
        return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(text));
    }

    boolean holds(InetAddress address) {
        var theirs = address.getAddress();
        var ours = from.getAddress();
        return theirs.length == ours.length && beginning(theirs).equals(beginning(ours));
    }

    private BigInteger beginning(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
    }
}
