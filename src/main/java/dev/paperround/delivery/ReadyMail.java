package dev.paperround.delivery;

import dev.paperround.digest.Encoded;

/** Written, and waiting for a connection. */
record ReadyMail(Claimed delivery, Envelope envelope, Encoded message) {}
