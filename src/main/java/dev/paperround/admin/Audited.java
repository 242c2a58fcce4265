package dev.paperround.admin;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Something an operator does that goes into the audit, by this name. Whatever changes something has one. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
    String value();
}
