package dev.paperround.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Identifies the origin of a request only by its network: a /24 for IPv4 or a /48 for IPv6. */
public record Network(String prefix, boolean isLoopback) {
    public static final Network LOOPBACK = new Network("127.0.0.0/24", true);

    public static Network of(InetAddress address) {
        var bytes = address.getAddress();
        var bits = bytes.length == 4 ? 24 : 48;
        Arrays.fill(bytes, bits / 8, bytes.length, (byte) 0);
        return new Network(NetUtil.toAddressString(address(bytes)) + "/" + bits, address.isLoopbackAddress());
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
