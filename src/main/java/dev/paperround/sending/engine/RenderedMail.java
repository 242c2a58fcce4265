package dev.paperround.sending.engine;

import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.transport.OutgoingMessage;

public record RenderedMail(LeasedDelivery delivery, OutgoingMessage message) {}
