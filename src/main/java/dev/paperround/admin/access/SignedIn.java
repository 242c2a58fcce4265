package dev.paperround.admin.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A page that only opens with the operator's session. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedIn {}
