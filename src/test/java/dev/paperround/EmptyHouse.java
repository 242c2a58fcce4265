package dev.paperround;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** The set-up of tests that begin with nobody subscribed and no paper; what else they need comes after it. */
public abstract class EmptyHouse {
    @Inject
    protected House house;

    @BeforeEach
    final void emptyTheHouse() {
        house.empty();
    }
}
