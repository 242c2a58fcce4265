package dev.paperround.admin.bounces;

import dev.paperround.http.problem.Problem;

record HeldDecision(String domain, Boolean suppress) {
    static RuntimeException nothing() {
        return Problem.of(400, "Send {\"domain\":\"…\",\"suppress\":true|false} as JSON.")
                .exception();
    }

    String host() {
        if (domain == null || domain.isBlank()) {
            throw SuppressionForm.wrong("domain", "The domain is missing.");
        }
        return SuppressionSelection.domainOf(domain);
    }

    boolean choice() {
        if (suppress == null) {
            throw SuppressionForm.wrong("suppress", "Say true or false.");
        }
        return suppress;
    }
}
