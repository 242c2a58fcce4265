package dev.paperround.testing;

import java.util.List;
import java.util.stream.Stream;

/** Pieces of bounces that readers of mail trip over, to be put where they do not belong. */
public final class BounceFragments {
    private static final List<String> ALL = List.of(
            "\r\n\r\n",
            "--b1_77\r\n",
            "--b1_77--\r\n",
            "Content-Type: multipart/mixed; boundary=\r\n",
            "\0",
            "Content-Type: message/rfc822\r\n\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Status: 9999999999.1.1\r\n",
            "Status: 5.999.999\r\n",
            "Final-Recipient: utf-8; \\x{FFFFFF}\\x{}$1\\\r\n",
            "Action: \r\n",
            "<a@b>:\r\n",
            ":",
            "=?x?q?",
            "Diagnostic-Code: smtp; 550 5.1.1\r\n");

    private BounceFragments() {}

    public static List<String> and(String... more) {
        return Stream.concat(ALL.stream(), Stream.of(more)).toList();
    }
}
