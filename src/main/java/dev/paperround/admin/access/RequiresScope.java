package dev.paperround.admin.access;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Sets the scope an action needs. Without it, reading needs {@code read} and changing something needs {@code manage}.
 */
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {
    Scope value();
}
