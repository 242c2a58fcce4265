package dev.paperround.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class InboxMails {
    private static final int REMEMBERED = MailFolder.MOST_MAILS;

    @ConfigProperty(name = LocalMailbox.DIRECTORY)
    Optional<Path> directory;

    @Inject
    Clock clock;

    // Stored mails never change, so each summary is read only once.
    private final Map<String, MailSummary> summaries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MailSummary> eldest) {
            return size() > REMEMBERED;
        }
    };

    boolean exists() {
        return directory.isPresent();
    }

    synchronized MailList newest(int limit, int offset) throws IOException {
        MailFolder folder = folder();
        List<String> ids = folder.newestFirst();
        List<MailSummary> page = new ArrayList<>();
        for (String id : ids.stream().skip(offset).limit(limit).toList()) {
            if (!summaries.containsKey(id)) {
                Optional<byte[]> mail = folder.read(id);
                if (mail.isEmpty()) {
                    continue;
                }
                summaries.put(id, MailReader.summary(id, mail.get()));
            }
            page.add(summaries.get(id));
        }
        return new MailList(ids.size(), page);
    }

    Optional<byte[]> source(String id) throws IOException {
        return folder().read(id);
    }

    private MailFolder folder() {
        return new MailFolder(directory.orElseThrow(), clock);
    }
}
