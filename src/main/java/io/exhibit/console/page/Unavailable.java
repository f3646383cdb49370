package io.exhibit.console.page;

import java.io.IOException;

/** The vault or the book cannot be read now; pages that need neither are there all the same. */
public final class Unavailable extends IOException {

    private static final long serialVersionUID = 1;

    /** @param words what, and what to do, for the visitor */
    public Unavailable(String words, Throwable cause) {
        super(words, cause);
    }
}
