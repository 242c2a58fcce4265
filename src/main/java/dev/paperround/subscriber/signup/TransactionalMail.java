package dev.paperround.subscriber.signup;

import dev.paperround.i18n.Language;

public record TransactionalMail(Kind kind, String to, String link, Language language) {
    public enum Kind {
        CONFIRM,
        ALREADY_SUBSCRIBED,
        FRESH_LINK,
        GOODBYE
    }
}
