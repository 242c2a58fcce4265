package dev.paperround.admin;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Records the operator's action in the audit log under this name. Every method that changes something needs one. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
    String value();
}
