package dev.paperround.admin;

import dev.paperround.language.OperatorSentence;
import dev.paperround.problem.FieldError;
import dev.paperround.problem.Problem;
import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.SuppressionReason;
import java.util.List;

/** An address to suppress, and why; OPERATOR where no reason is given. */
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
