package dev.paperround.subscription;

import io.netty.util.NetUtil;
import java.util.HexFormat;
import java.util.Optional;

/** Of an IP address what tells networks apart, and persons hardly: its first 24 bits, or 48 of IPv6. */
public final class NetworkPrefix {
    private NetworkPrefix() {}

    /** None for what is no address. */
    public static Optional<String> of(String address) {
        var bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return Optional.empty();
        }
        if (bytes.length == 4) {
            return Optional.of(v4(bytes, 0));
        }
        if (isMapped(bytes)) {
            return Optional.of(v4(bytes, 12));
        }
        var hex = HexFormat.of().formatHex(bytes, 0, 6);
        return Optional.of(hex.substring(0, 4) + ":" + hex.substring(4, 8) + ":" + hex.substring(8, 12) + "::/48");
    }

    private static String v4(byte[] bytes, int from) {
        return (bytes[from] & 0xff) + "." + (bytes[from + 1] & 0xff) + "." + (bytes[from + 2] & 0xff) + ".0/24";
    }

    /** An IPv4 address in the clothes of IPv6, as a socket for both reports it. */
    private static boolean isMapped(byte[] bytes) {
        for (var i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }
}
