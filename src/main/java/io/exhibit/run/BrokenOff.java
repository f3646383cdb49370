package io.exhibit.run;

import java.io.IOException;

/** A run that is left because its node stops; whether it goes on later, and with how much, its message says. */
public final class BrokenOff extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean goesOn;

    BrokenOff(String message, boolean goesOn) {
        super(message);
        this.goesOn = goesOn;
    }

    /** Whether the next run goes on with it; otherwise it is given up, and the log says so. */
    boolean goesOn() {
        return goesOn;
    }
}
