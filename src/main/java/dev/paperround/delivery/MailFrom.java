package dev.paperround.delivery;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sender of every mail: {@code Name <address>} or an address alone. */
@Singleton
public class MailFrom {
    final String name;
    final String address;
    private final String header;

    MailFrom(@ConfigProperty(name = "paperround.mail-from") String setting) {
        var bracket = setting.lastIndexOf('<');
        name = bracket < 0 ? "" : setting.substring(0, bracket).strip().replaceAll("^\"|\"$", "");
        address = bracket < 0
                ? setting.strip()
                : setting.substring(bracket + 1).replaceFirst(">\\s*$", "").strip();
        header = name.isEmpty() ? address : HeaderText.phrase(name) + " <" + address + ">";
    }

    String header() {
        return header;
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
