package dev.paperround.admin.bounces;

import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.ListMessages;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.SuppressionReason;
import java.util.List;

record SuppressionForm(String email, String reason) {
    EmailAddress address() {
        return EmailAddress.parse(email)
                .orElseThrow(() -> wrong(
                        "email",
                        Message.of(AdminMessages.class, say -> say.noAddressSuchAs(email == null ? "" : email))));
    }

    SuppressionReason why() {
        if (reason == null || reason.isBlank()) {
            return SuppressionReason.OPERATOR;
        }
        return reason(reason);
    }

    static SuppressionReason reason(String name) {
        return SuppressionReason.named(name)
                .orElseThrow(() -> wrong("reason", Message.of(ListMessages.class, say -> say.noReason(name))));
    }

    static RuntimeException wrong(String field, String message) {
        return wrong(field, Message.asIs(message));
    }

    static RuntimeException wrong(String field, Message message) {
        return Problem.of(List.of(new FieldError(field, message))).exception();
    }
}
