package dev.paperround;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** The set-up of tests of what an operator who is signed in sees in the browser. */
public abstract class OperatorsPages extends EmptyHouse {
    @Inject
    protected Operator operator;

    @BeforeEach
    final void signIn() {
        operator.signIn();
    }
}
