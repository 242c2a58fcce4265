package dev.paperround.transport;

import java.util.List;

/** Provides the transports of one kind, as the settings describe them. */
public interface TransportProvider {
    List<? extends Transport> transports();
}
