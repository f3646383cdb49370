package io.exhibit.deliver;

import java.io.IOException;

/** Something was not handed over; the message says what happened and what to do. */
public final class NotDelivered extends IOException {

    private static final long serialVersionUID = 1L;

    /** What was in the way. */
    public enum Reason {
        /** The receiver's host did not answer. */
        UNREACHABLE,
        /** Who answered could not prove to be the receiver: its certificate or its host key. */
        UNTRUSTED,
        /** The receiver does not know us: user, password, key or credentials. */
        LOGIN,
        /** There is no room for it. */
        FULL,
        /** The receiver cannot take it now and may later. */
        LATER,
        /** The receiver does not take it. */
        REFUSED,
        /** Another file of that name lies there. */
        TAKEN,
        /** It was broken off, and nothing of it counts as arrived. */
        BROKEN_OFF,
        /** It was broken off when all was sent and before the receiver said that it has it. */
        UNCLEAR
    }

    private final Reason reason;

    public NotDelivered(Reason reason, String message) {
        this(reason, message, null);
    }

    public NotDelivered(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
