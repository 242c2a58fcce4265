package dev.paperround.admin.doctor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.paperround.i18n.Message;
import java.util.Locale;

/** Reports one finding of the doctor; {@code mend} says how to fix it and is null if nothing needs fixing. */
public record Check(
        String check,
        State state,
        String says,
        String mend,
        @JsonIgnore Message found,
        @JsonIgnore Message advice) {
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

    static Check ok(String check, Message says) {
        return of(check, State.OK, says, null);
    }

    static Check warn(String check, Message says, Message mend) {
        return of(check, State.WARN, says, mend);
    }

    static Check fail(String check, Message says, Message mend) {
        return of(check, State.FAIL, says, mend);
    }

    static Check skipped(String check, Message says) {
        return of(check, State.SKIPPED, says, null);
    }

    private static Check of(String check, State state, Message says, Message mend) {
        return new Check(check, state, says.toString(), mend == null ? null : mend.toString(), says, mend);
    }
}
