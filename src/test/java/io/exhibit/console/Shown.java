package io.exhibit.console;

import io.exhibit.console.frame.Standing;
import io.exhibit.render.PackContent;

/** What a standing was made of, for tests of the pages as a whole. */
public final class Shown {

    private Shown() {}

    public static PackContent of(Standing standing) {
        return standing.month();
    }
}
