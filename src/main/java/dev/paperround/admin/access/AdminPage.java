package dev.paperround.admin.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** One of the operator's pages: never stored, never framed by others, and changed only from our own pages. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface AdminPage {}
