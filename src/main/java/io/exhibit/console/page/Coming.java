package io.exhibit.console.page;

import java.io.IOException;
import java.time.Duration;

/** What a page shows is being worked out and will be there in a while: the page says so, and is loaded again by itself. */
public final class Coming extends IOException {

    private static final long serialVersionUID = 1;

    /** So long a visitor looks at the page before, with nothing to read. */
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    /** @param words what is being worked out, and how long that takes, for the visitor */
    public Coming(String words) {
        super(words);
    }
}
