package io.exhibit.console.door;

import java.io.IOException;
import java.time.Instant;

/** Notes every view and every change. */
public interface VisitBook {

    /** Notes nothing. */
    VisitBook NONE = new VisitBook() {
        @Override
        public void note(Visit visit) {
            // As it says.
        }

        @Override
        public String state() {
            return "";
        }
    };

    /**
     * A request that was answered.
     *
     * @param who name of the visitor, or "" of somebody who tried to come in
     * @param by the login or the invitation by which he was in, or ""
     * @param path with what was asked for, without what lets somebody in
     */
    record Visit(Instant at, String who, String by, String method, String path, int status) {}

    /** When it returns, the note outlives this process. */
    void note(Visit visit) throws IOException;

    /**
     * Counts a request of somebody who is not in that was refused: by the minute and the answer, so that nobody fills a disk by asking. What it
     * asked for is not kept; it may be a secret that somebody typed in the wrong place.
     */
    default void refused(Instant at, int status) throws IOException {
        // Where nothing is noted, nothing is counted.
    }

    /** Why what was noted is not sealed yet, a sentence; "" when nothing is in the way. */
    String state();
}
