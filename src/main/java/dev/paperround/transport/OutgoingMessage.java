package dev.paperround.transport;

/** Holds a rendered message with its recipient, in the form that one kind of transport carries. */
public interface OutgoingMessage {
    // Kept while it is uncertain whether the message has left, so that it can be repeated unchanged.
    byte[] bytes();
}
