package dev.paperround.delivery;

/** Written, and waiting for a connection. */
record ReadyMail(Claimed delivery, String to, byte[] message) {}
