package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "inbox", locale = "en")
public interface InboxMessages {
    String title();

    String noMail();

    String mails(int mails);

    String subject();

    String to();

    String from();

    String receivedUtc();

    String received();

    String pages();

    String newer();

    String older();

    String all();

    String fields(int fields);

    String parts();

    String plainText();

    String source();

    String mail();

    String noSuchMail(Object id);

    String inboxClosed();

    String noMailbox();
}
