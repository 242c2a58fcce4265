package dev.paperround.subscriber.token;

import dev.paperround.subscriber.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Hashes addresses with a secret key, so that people can be recognised but not identified. */
@ApplicationScoped
public class AddressHash {
    @Inject
    Tokens tokens;

    public byte[] of(EmailAddress email) {
        return all(email).get(0);
    }

    // Covers every secret, newest first, so that values from before a rotation still match.
    public List<byte[]> all(EmailAddress email) {
        return tokens.hashes("person\n" + email.key());
    }
}
