package io.exhibit.run.watch;

import java.io.IOException;

/** A way by which people or programs are told. */
public interface Channel {

    /** The same over restarts; no secret. Such as {@code mail to ops@example.org}. */
    String name();

    /**
     * Looks whether messages get there, as far as that can be told without one.
     *
     * @return what was found in order, and what only a message will show
     * @throws IOException with what is in the way and what to do
     */
    String check() throws IOException;

    /**
     * Hands a message over.
     *
     * @throws IOException when it was not taken; the message says what to do
     */
    void send(Message message) throws IOException;
}
