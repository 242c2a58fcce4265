package dev.paperround.admin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the doctor looked at, and found. {@code mend}: what to do about it, or null where there is nothing to do. */
public record Check(String check, State state, String says, String mend) {
    public enum State {
        OK,
        WARN,
        FAIL,
        SKIPPED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Check ok(String check, String says) {
        return new Check(check, State.OK, says, null);
    }

    static Check warn(String check, String says, String mend) {
        return new Check(check, State.WARN, says, mend);
    }

    static Check fail(String check, String says, String mend) {
        return new Check(check, State.FAIL, says, mend);
    }

    static Check skipped(String check, String says) {
        return new Check(check, State.SKIPPED, says, null);
    }
}
