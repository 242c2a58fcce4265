package dev.paperround.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;

final class MailReception implements MessageHandler {
    private final MailFolder folder;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    MailReception(MailFolder folder) {
        this.folder = folder;
    }

    @Override
    public void from(String address) {
        sender = address;
    }

    @Override
    public void recipient(String address) {
        recipients.add(address);
    }

    @Override
    public String data(InputStream content) throws RejectException, TooMuchDataException, IOException {
        byte[] mail = content.readNBytes(LocalMailbox.LARGEST_MAIL + 1);
        if (mail.length > LocalMailbox.LARGEST_MAIL) {
            throw new TooMuchDataException("mails here may have 25 MB at most");
        }
        return "Kept as " + folder.keep(sender, recipients, mail);
    }

    @Override
    public void done() {
        recipients.clear();
    }
}
