package dev.paperround.sending.engine;

import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.Envelope;
import dev.paperround.sending.ledger.LeasedDelivery;

public record RenderedMail(LeasedDelivery delivery, Envelope envelope, QuotedPrintableText message) {}
