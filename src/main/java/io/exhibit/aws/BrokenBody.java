package io.exhibit.aws;

import java.io.IOException;

/** A head came, and the body broke off. */
final class BrokenBody extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenBody(int received, IOException cause) {
        super("the answer broke off after " + received + " bytes", cause);
    }
}
