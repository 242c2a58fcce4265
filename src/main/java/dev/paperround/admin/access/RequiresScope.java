package dev.paperround.admin.access;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The scope a page's act needs. Without it looking needs {@code read}, and changing something {@code manage}. */
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {
    Scope value();
}
