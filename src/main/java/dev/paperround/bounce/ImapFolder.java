package dev.paperround.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;

/** Opens the configured IMAP folder until closed. Reading a mail does not mark it as read. */
final class ImapFolder implements AutoCloseable {
    private static final String MILLISECONDS = "30000";

    private final BounceSettings.Imap settings;
    private final Store store;
    private final Folder folder;

    private ImapFolder(BounceSettings.Imap settings, Store store, Folder folder) {
        this.settings = settings;
        this.store = store;
        this.folder = folder;
    }

    static ImapFolder open(BounceSettings.Imap settings) throws MessagingException {
        var store = connected(settings);
        try {
            var folder = store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapFolder(settings, store, folder);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    // Opens the folder for reading only, which changes nothing.
    static void look(BounceSettings.Imap settings) throws MessagingException {
        try (var store = connected(settings)) {
            var folder = store.getFolder(settings.folder());
            folder.open(Folder.READ_ONLY);
            folder.close(false);
        }
    }

    private static Store connected(BounceSettings.Imap settings) throws MessagingException {
        var protocol = settings.tls() ? "imaps" : "imap";
        var store = Session.getInstance(properties("mail." + protocol)).getStore(protocol);
        store.connect(
                settings.host().orElseThrow(),
                settings.port().orElse(settings.tls() ? 993 : 143),
                settings.username().orElse(""),
                settings.password().orElse(""));
        return store;
    }

    private static Properties properties(String prefix) {
        var properties = new Properties();
        properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
        properties.setProperty(prefix + ".connectiontimeout", MILLISECONDS);
        properties.setProperty(prefix + ".timeout", MILLISECONDS);
        properties.setProperty(prefix + ".writetimeout", MILLISECONDS);
        // Without this, fetching a mail marks it as read, and a crash would lose it.
        properties.setProperty(prefix + ".peek", "true");
        return properties;
    }

    // Bodies are fetched one at a time, on demand.
    List<Message> unread() throws MessagingException {
        return List.of(folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)));
    }

    // Reads at most this many bytes; a report comes before the mail it returns, so the cut does not lose it.
    static byte[] bytes(Message message, int most) throws MessagingException, IOException {
        var out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, Math.min(length, most - size()));
            }

            @Override
            public synchronized void write(int one) {
                if (size() < most) {
                    super.write(one);
                }
            }
        };
        message.writeTo(out);
        return out.toByteArray();
    }

    void done(Message message) throws MessagingException {
        message.setFlag(Flags.Flag.SEEN, true);
        if (settings.processed().isPresent()) {
            var processed = store.getFolder(settings.processed().get());
            if (!processed.exists()) {
                processed.create(Folder.HOLDS_MESSAGES);
            }
            folder.copyMessages(new Message[] {message}, processed);
            message.setFlag(Flags.Flag.DELETED, true);
        }
    }

    // Expunges the mails that were moved.
    @Override
    public void close() throws MessagingException {
        try (store) {
            folder.close(settings.processed().isPresent());
        }
    }
}
