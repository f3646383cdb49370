package io.exhibit.aws;

import io.exhibit.evidence.Cause;
import io.exhibit.sandbox.FaultKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way to break a call, and what the log may call it.
 *
 * @param kind what the sandbox does, or {@code null}
 * @param wire what becomes of the request before it comes to the sandbox, or {@code null}
 * @param causes empty when nothing is lost by it
 */
public record Fault(FaultKind kind, BrokenWire.Kind wire, Set<Cause> causes) {

    public static final List<Fault> ALL = Stream.concat(
                    Stream.of(FaultKind.values()).map(kind -> new Fault(kind, null, causes(kind))),
                    Stream.of(BrokenWire.Kind.values()).map(wire -> new Fault(null, wire, causes(wire))))
            .toList();

    public boolean isHarmless() {
        return causes.isEmpty();
    }

    /** Whether only a list of pages can have it. */
    boolean isOfPages() {
        return kind != null && kind.isOfPages();
    }

    @Override
    public String toString() {
        return kind == null ? wire.toString() : kind.toString();
    }

    /** What the log may call a fault of the sandbox. */
    public static Set<Cause> causes(FaultKind kind) {
        return switch (kind) {
            case DENIED -> EnumSet.of(Cause.IDENTITY_DENIED, Cause.DENIED);
            case SCP_DENIED -> EnumSet.of(Cause.SCP_DENIED);
            case THROTTLED -> EnumSet.of(Cause.THROTTLED);
            case ERROR, BAD_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT -> EnumSet.of(Cause.FAILED);
            case SLOW, SILENT -> EnumSet.of(Cause.TIMED_OUT);
            case ENDLESS -> EnumSet.of(Cause.TOO_LARGE);
            case DROPPED -> EnumSet.of(Cause.UNREACHABLE);
            case CUT, EMPTY, HTML, WRONG_OPERATION, TRUNCATED, NO_TOKEN -> EnumSet.of(Cause.MALFORMED);
            // Where Amazon S3 does so, the SDK looks for it.
            case ERROR_IN_200 -> EnumSet.of(Cause.MALFORMED, Cause.THROTTLED);
            case LOOP -> EnumSet.of(Cause.LOOPING, Cause.NOT_READY);
            case EXPIRED, SKEWED -> EnumSet.of(Cause.CREDENTIALS);
            case THROTTLED_ONCE, BLANK_PAGE, REPEATED_ITEM, REVERSED -> EnumSet.noneOf(Cause.class);
        };
    }

    private static Set<Cause> causes(BrokenWire.Kind wire) {
        return switch (wire) {
            case REFUSED, NO_ADDRESS, NO_TLS, RESET -> EnumSet.of(Cause.UNREACHABLE);
            case RESET_IN_BODY -> EnumSet.of(Cause.MALFORMED);
            case SLOW_HEAD -> EnumSet.of(Cause.TIMED_OUT);
        };
    }
}
