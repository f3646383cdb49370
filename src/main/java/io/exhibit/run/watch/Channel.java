package io.exhibit.run.watch;

import java.io.IOException;

/** A way by which people or programs are told. */
public interface Channel {

    /** The same over restarts; no secret. Such as {@code mail to ops@example.org}. */
    String name();

    /**
     * Hands a message over.
     *
     * @throws IOException when it was not taken; the message says what to do
     */
    void send(Message message) throws IOException;
}
