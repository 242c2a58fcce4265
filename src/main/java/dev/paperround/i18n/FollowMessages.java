package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "follow", locale = "en")
public interface FollowMessages {
    String papersBy(String name);

    String papersFrom(String name);

    String aboutAuthor(String name);

    String aboutOrganization(String name);

    String follow();

    String unknownAuthor(String name);

    String unknownOrganization(String name);

    String waitForIt();

    String cite();

    String citeAll();

    String citeFirst(int papers);
}
