package dev.paperround.admin.doctor;

import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Message;
import dev.paperround.meaning.EmbeddingModel;
import dev.paperround.meaning.Meanings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

@Singleton
class MeaningChecks {
    private static final String NAME = "meaning";

    @Inject
    EmbeddingModel model;

    @Inject
    Meanings meanings;

    Stream<Check> checks() {
        return Stream.of(check());
    }

    private Check check() {
        if (model.isOff()) {
            return Check.skipped(NAME, Message.of(DoctorMessages.class, say -> say.meaningOff()));
        }
        if (!model.isAvailable()) {
            return Check.warn(
                    NAME,
                    Message.of(
                            DoctorMessages.class,
                            say -> say.meaningNotLoaded(model.failure().orElse(""))),
                    Message.of(DoctorMessages.class, say -> say.setEndPoint()));
        }
        return meanings.trouble()
                .map(why -> Check.warn(
                        NAME,
                        Message.of(
                                DoctorMessages.class,
                                say -> say.endPointFails(model.endPoint().orElse(""), why)),
                        Message.of(DoctorMessages.class, say -> say.seeLog())))
                .orElseGet(() ->
                        Check.ok(NAME, Message.of(DoctorMessages.class, say -> say.meaningWorks(meanings.pending()))));
    }
}
