package io.exhibit.sandbox;

import io.exhibit.sandbox.wire.Ask.Paging;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways in which the sandbox can fail a call. */
public enum FaultKind {
    /** No policy of the caller allows the call. */
    DENIED,
    /** A service control policy denies the call. */
    SCP_DENIED,
    /** The rate limit is exceeded, on every attempt. */
    THROTTLED,
    /** The rate limit is exceeded on the first attempt of every request, and not on the second. */
    THROTTLED_ONCE,
    /** An internal failure of the service, on every attempt. */
    ERROR,
    /** Status 502, as a load balancer in front of the service says it. */
    BAD_GATEWAY,
    /** Status 503, likewise. */
    UNAVAILABLE,
    /** Status 504, likewise. */
    GATEWAY_TIMEOUT,
    /** The body comes one byte at a time, for longer than any client should wait. */
    SLOW,
    /** No answer comes at all, for longer than any client should wait. */
    SILENT,
    /** The body has no end. */
    ENDLESS,
    /** The connection ends before an answer. */
    DROPPED,
    /** The connection ends in the middle of the body. */
    CUT,
    /** Status 200 without a body. */
    EMPTY,
    /** Status 200 with the page of a sign-in portal. */
    HTML,
    /** Status 200 with a well-formed answer of another operation of the same service. */
    WRONG_OPERATION,
    /** Status 200 with an error in the body. */
    ERROR_IN_200,
    /** The first half of the body, as if that were all. */
    TRUNCATED,
    /** Every page names the same next page; a report that is never ready; other operations answer as usual. */
    LOOP,
    /** The answer says that more follows and does not say where; where an answer has no such member, it is as usual. */
    NO_TOKEN,
    /** One page is empty and names a next page, which holds what should have been on it. */
    BLANK_PAGE,
    /** One page begins with the last item of the page before it. */
    REPEATED_ITEM,
    /** The list comes the other way round, on every page. */
    REVERSED,
    /** The caller's session has expired. */
    EXPIRED,
    /** The signature is refused because the caller's clock is ten minutes off. */
    SKEWED;

    /** As written in a fault SPEC, such as {@code scp-denied}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a careful client has everything in the end: what it was refused it was given when it asked again. */
    public boolean isHarmless() {
        return this == THROTTLED_ONCE || this == BLANK_PAGE || this == REPEATED_ITEM || this == REVERSED;
    }

    /** Whether only a list of pages can have it. */
    public boolean isOfPages() {
        return this == LOOP || this == NO_TOKEN || paging() != Paging.USUAL;
    }

    /** Whether it strikes the page that its SPEC names and no later one, so that the list has an end. */
    boolean isOfOnePage() {
        return this == BLANK_PAGE || this == REPEATED_ITEM;
    }

    Paging paging() {
        return switch (this) {
            case LOOP -> Paging.LOOPING;
            case BLANK_PAGE -> Paging.BLANK;
            case REPEATED_ITEM -> Paging.REPEATING;
            case REVERSED -> Paging.REVERSED;
            default -> Paging.USUAL;
        };
    }

    static Optional<FaultKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
