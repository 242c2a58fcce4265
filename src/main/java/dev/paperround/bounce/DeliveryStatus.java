package dev.paperround.bounce;

import java.util.List;

/** A delivery status notification (RFC 3464, RFC 6533): one group of fields for the mail, one for each recipient. */
final class DeliveryStatus {
    private DeliveryStatus() {}

    /** Some systems forget the blank line behind the first group, or that group itself. */
    static List<RecipientStatus> read(String body) {
        return Fields.blocks(body).stream()
                .filter(it -> it.has("final-recipient") || it.has("action") || it.has("status"))
                .map(RecipientStatus::of)
                .filter(RecipientStatus::tells)
                .toList();
    }
}
