package io.exhibit.seal.zip;

import java.io.IOException;

/** A zip that is not the one its contents have. */
public final class ZipRefused extends IOException {

    private static final long serialVersionUID = 1L;

    ZipRefused(long at, String why) {
        super("At byte " + at + " " + why + ".");
    }
}
