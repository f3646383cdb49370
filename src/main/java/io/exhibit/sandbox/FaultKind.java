package io.exhibit.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The eleven ways in which the sandbox can fail a call. */
public enum FaultKind {
    /** No policy of the caller allows the call. */
    DENIED,
    /** A service control policy denies the call. */
    SCP_DENIED,
    /** The rate limit is exceeded, on every attempt. */
    THROTTLED,
    /** An internal failure of the service, on every attempt. */
    ERROR,
    /** The body comes one byte at a time, for longer than any client should wait. */
    SLOW,
    /** Status 200 without a body. */
    EMPTY,
    /** Status 200 with the page of a sign-in portal. */
    HTML,
    /** Status 200 with a well-formed answer of another operation of the same service. */
    WRONG_OPERATION,
    /** The first half of the body. */
    TRUNCATED,
    /** Every page names the same next page; a report that is never ready; other operations answer as usual. */
    LOOP,
    /** The caller's session has expired. */
    EXPIRED;

    /** As written in a fault SPEC, such as {@code scp-denied}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
