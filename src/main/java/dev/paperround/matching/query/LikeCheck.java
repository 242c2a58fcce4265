package dev.paperround.matching.query;

import dev.paperround.i18n.Message;
import java.util.Optional;

/** Says why a {@code like:} cannot be answered here, such as for a paper that is not known. */
public interface LikeCheck {
    LikeCheck ANYTHING = like -> Optional.empty();

    Optional<Message> refusal(QueryTerm.Like like);
}
