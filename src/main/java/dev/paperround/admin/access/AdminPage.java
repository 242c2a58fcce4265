package dev.paperround.admin.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks an operator page: it is never cached or framed, and accepts changes only from the same origin. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface AdminPage {}
