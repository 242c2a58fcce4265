package dev.paperround.delivery;

import dev.paperround.digest.Encoded;

/** Written, and waiting for a connection; {@code from} is the sender on its envelope. */
record ReadyMail(Claimed delivery, String from, String to, Encoded message) {}
