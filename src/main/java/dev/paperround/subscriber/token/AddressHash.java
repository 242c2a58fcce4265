package dev.paperround.subscriber.token;

import dev.paperround.subscriber.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What is kept of somebody who must be known again and not found out: a keyed hash of the address. */
@ApplicationScoped
public class AddressHash {
    @Inject
    Tokens tokens;

    /** Under the newest secret. */
    public byte[] of(EmailAddress email) {
        return all(email).get(0);
    }

    /** Under every secret, newest first: what was kept before a rotation is still known. */
    public List<byte[]> all(EmailAddress email) {
        return tokens.hashes("person\n" + email.key());
    }
}
