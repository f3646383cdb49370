package io.exhibit.run;

/** A pack that cannot be bound as asked; the message says why and what to do. */
public final class PackRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Reason {
        /** Nothing was collected yet. */
        EMPTY,
        /** The period is not over. */
        RUNNING,
        /** The pack was issued before, and what was given now does not make the same one. */
        ISSUED,
        /** What the pack was issued with, or begun with, cannot be read. */
        TORN
    }

    private final Reason reason;

    public PackRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
