package io.exhibit.collect;

import java.io.IOException;

/** An answer that is well-formed, but unlike the one that was expected; the message says in what. */
final class Unlike extends IOException {

    private static final long serialVersionUID = 1L;

    Unlike(String message) {
        super(message);
    }
}
