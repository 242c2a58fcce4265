package dev.paperround.mail;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Singleton
public class MailFrom {
    final String name;
    public final String address;
    private final String header;

    public MailFrom(@ConfigProperty(name = "paperround.mail-from") String setting) {
        var bracket = setting.lastIndexOf('<');
        name = bracket < 0 ? "" : setting.substring(0, bracket).strip().replaceAll("^\"|\"$", "");
        address = bracket < 0
                ? setting.strip()
                : setting.substring(bracket + 1).replaceFirst(">\\s*$", "").strip();
        header = name.isEmpty() ? address : HeaderText.phrase(name) + " <" + address + ">";
    }

    public String header() {
        return header;
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
