package dev.paperround.digest;

import dev.paperround.digest.DigestPaper.Link;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.MailMessages;
import dev.paperround.i18n.Message;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Checks the links that a source supplied: they must use TLS, and code links must lead to known hosts. */
final class PaperLinks {
    private static final Set<String> CODE_HOSTS =
            Set.of("github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "huggingface.co");

    private PaperLinks() {}

    static Link code(String repository, String label, Language language) {
        var address = URI.create(repository);
        var host = host(address);
        return CODE_HOSTS.contains(host) && address.getPort() == -1
                ? new Link(label, repository.replaceFirst("(?i)^http:", "https:"))
                : Link.named(Message.of(MailMessages.class, say -> say.codeElsewhere(host))
                        .in(language));
    }

    static Link project(String page, Language language) {
        var address = URI.create(page);
        return "https".equalsIgnoreCase(address.getScheme())
                ? new Link(Message.of(MailMessages.class, say -> say.project()).in(language), page)
                : Link.named(Message.of(MailMessages.class, say -> say.projectElsewhere(host(address)))
                        .in(language));
    }

    private static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }
}
