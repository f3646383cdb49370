package io.exhibit.seal;

import java.io.IOException;

/** A file that has more bytes than one of its kind can have. Nothing of it was read. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(String name, long bytes, long most) {
        super(name + " has " + bytes + " bytes; such a file has at most " + most);
    }
}
