package dev.paperround.admin.bounces;

import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.OperatorSentence;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.SuppressionReason;
import java.util.List;

record SuppressionForm(String email, String reason) {
    EmailAddress address() {
        return EmailAddress.parse(email)
                .orElseThrow(() ->
                        wrong("email", OperatorSentence.NO_ADDRESS_SUCH_AS.toPrograms(email == null ? "" : email)));
    }

    SuppressionReason why() {
        if (reason == null || reason.isBlank()) {
            return SuppressionReason.OPERATOR;
        }
        return reason(reason);
    }

    static SuppressionReason reason(String name) {
        return SuppressionReason.named(name)
                .orElseThrow(() -> wrong("reason", OperatorSentence.NO_REASON.toPrograms(name)));
    }

    static RuntimeException wrong(String field, String message) {
        return Problem.of(List.of(new FieldError(field, message))).exception();
    }
}
