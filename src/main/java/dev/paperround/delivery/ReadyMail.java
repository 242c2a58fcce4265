package dev.paperround.delivery;

/** Written, and waiting for a connection; {@code from} is the sender on its envelope. */
record ReadyMail(Claimed delivery, String from, String to, byte[] message) {}
